using Infra.Planning.Diffing.Rendering;
using Infra.Planning.Rendering;
using Infra.TestKit;

namespace Infra.Planning.Tests.Diffing;

/// <summary>The table of kinds: for each a pair of plans, what becomes of the resources, and what a reader sees.</summary>
public class KindsOfChangeTests
{
    private static readonly Dictionary<string, DiffCase> _cases = ResourceCases.All.Concat(ValueCases.All).ToDictionary();

    public static TheoryData<string> Names => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pair_of_plans_is_told_so(string name)
    {
        var diff = _cases[name].Diff;
        var text = PlainText.Of(PlanDiffText.Render(diff));
        var full = PlainText.Of(PlanDiffText.Render(diff, full: true));

        Assert.Equal(_cases[name].Kinds, diff.Changes.Select(change => change.Kind));
        Golden.Match(text == full ? text : $"{text}\n---- --full ----\n\n{full}", $"{name}.diff.txt");
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_case() =>
        Assert.Equal(
            _cases.Keys.Select(name => $"{name}.diff.txt").Order(StringComparer.Ordinal),
            Directory.GetFiles(RepositoryRoot.Combine("tests/Infra.Planning.Tests/Golden"), "*.diff.txt").Select(Path.GetFileName).Order(StringComparer.Ordinal));
}
