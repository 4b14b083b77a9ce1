using Infra.Planning.Json;
using Infra.TestKit;

namespace Infra.Capture.Tests;

/// <summary>What the real command line wrote, file by file.</summary>
public sealed class CaptureFileTests
{
    [SkippableTheory]
    [InlineData("preview-create", 9, 0)]
    [InlineData("preview-nochange", 1, 8)]
    [InlineData("preview-update-replace", 6, 3)]
    [InlineData("preview-delete", 1, 7)]
    [InlineData("preview-protected-replace", 6, 3)]
    [InlineData("preview-after-drift", 9, 0)]
    [InlineData("refresh-preview", 9, 0)]
    [InlineData("export-deployed", 9, 0)]
    [InlineData("export-interrupted", 8, 0)]
    public void It_is_read(string file, int resources, int omitted)
    {
        using var text = File.OpenText(SharedFacts.Require("pulumi-cli", $"{file}.json"));
        var captured = CapturedPlan.Read(text);

        Assert.Equal((resources, omitted), (captured.Plan.Resources.Count, captured.Omitted));
        Golden.Match(PlanText.Of(captured) + "\n", $"{file}.txt");
        if (captured.Omitted == 0)
        {
            // A parent is before its children, and every value has a form.
            Assert.Equal(captured.Plan, PlanJson.Read(new StringReader(PlanJson.ToText(captured.Plan))));
        }
    }
}
