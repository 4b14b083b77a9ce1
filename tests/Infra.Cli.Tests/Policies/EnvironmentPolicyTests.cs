using System.Collections.Immutable;
using Infra.Cli.Tests.EndToEnd.Rendering;
using Infra.Core.Configuration;
using Infra.Planning.Policies;
using Infra.Planning.Policies.Suppressions;
using Infra.TestKit;

namespace Infra.Cli.Tests.Policies;

/// <summary>The project's own environments keep its own rules; what they don't is written down with the reason.</summary>
public sealed class EnvironmentPolicyTests
{
    private static readonly DateOnly _day = new(2026, 11, 22);

    public static TheoryData<string> Environments => [.. RenderedEnvironment.All];

    // Also with everything known: an unknown value would hide a finding from the preview.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Nothing_is_open_from_warnings_on(string environment)
    {
        var rendered = await RenderedEnvironment.OfAsync(environment);

        foreach (var plan in new[] { rendered.Preview, rendered.Plan })
        {
            Findings.None(PolicyCheck.Of(plan, Options()).Open.Where(finding => finding.Rule.Severity >= PolicySeverity.Warning).Select(finding => $"{finding.Rule.Id} {finding.Resource.Name}: {finding.Message}"));
        }
    }

    [Fact]
    public async Task Every_suppression_is_still_needed()
    {
        var used = new HashSet<PolicySuppression>();
        foreach (var environment in RenderedEnvironment.All)
        {
            used.UnionWith(PolicyCheck.Of((await RenderedEnvironment.OfAsync(environment)).Preview, Options()).Suppressed.Select(finding => finding.Suppression!));
        }

        Assert.Equal(Suppressions(), Suppressions().Where(used.Contains));
    }

    private static PolicyOptions Options() => new(_day) { Suppressions = Suppressions() };

    private static ImmutableArray<PolicySuppression> Suppressions()
    {
        var problems = new ConfigProblems();
        var suppressions = SuppressionFile.Read(SuppressionFile.Name, File.ReadAllText(RepositoryRoot.Combine(SuppressionFile.Name)), problems);
        Assert.True(problems.IsEmpty, problems.Render(SuppressionFile.Name));
        return suppressions;
    }
}
