using Infra.Planning.Json;
using Infra.TestKit;

namespace Infra.Capture.Tests;

/// <summary>What the real command line wrote, file by file.</summary>
public sealed class CaptureFileTests
{
    [SkippableTheory]
    [InlineData("preview-create")]
    [InlineData("preview-nochange")]
    [InlineData("preview-update-replace")]
    [InlineData("preview-delete")]
    [InlineData("preview-protected-replace")]
    [InlineData("preview-after-drift")]
    [InlineData("refresh-preview")]
    [InlineData("export-deployed")]
    [InlineData("export-interrupted")]
    public void It_is_read(string file)
    {
        using var text = File.OpenText(SharedFacts.Require("pulumi-cli", $"{file}.json"));
        var captured = CapturedPlan.Read(text);

        Golden.Match(PlanText.Of(captured) + "\n", $"{file}.txt");
        if (captured.Omitted == 0)
        {
            // A parent is before its children, and every value has a form.
            Assert.Equal(captured.Plan, PlanJson.Read(new StringReader(PlanJson.ToText(captured.Plan))));
        }
    }
}
