using System.Text.RegularExpressions;
using Infra.TestKit;

namespace Infra.Components.Tests.Conventions;

/// <summary>A chart that gets the tag of a pinned image alone doesn't get its digest, once it is recorded.</summary>
public sealed partial class PinnedTagTests
{
    private static readonly Dictionary<string, string> _alone = new()
    {
        ["ClusterAutoscalerValues.cs"] = "the chart makes a label of the tag, which can have no digest",
        ["TraceCollectorValues.cs"] = "the chart has a value of its own for the digest",
    };

    [Fact]
    public void Tags_of_pins_stand_alone_where_there_is_a_reason() => Assert.Equal(
        _alone.Keys.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(RepositoryRoot.Combine("components"), "*Values.cs", SearchOption.AllDirectories)
            .Where(file => Tag().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\.Tag\b")]
    private static partial Regex Tag();
}
