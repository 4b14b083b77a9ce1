using System.Text.RegularExpressions;
using Pulumi;

namespace Infra.Bootstrap;

/// <summary>What the configuration of the stack says.</summary>
/// <param name="Region">Region of the state.</param>
/// <param name="AccountId">The account; the provider refuses every other.</param>
/// <param name="Repository">Repository at GitHub whose workflows deploy: <c>owner/name</c>.</param>
/// <param name="Environments">Environments of that repository, each with a role of its own.</param>
public sealed partial record BootstrapSettings(string Region, string AccountId, string Repository, IReadOnlyList<DeployEnvironment> Environments)
{
    /// <summary>Reads the configuration of the stack.</summary>
    /// <exception cref="ArgumentException">It would trust more than it says.</exception>
    public static BootstrapSettings FromConfig()
    {
        var config = new Config();
        var settings = new BootstrapSettings(
            config.Require("region"), config.Require("accountId"), config.Require("repository"), config.RequireObject<List<DeployEnvironment>>("environments"));
        settings.Check();
        return settings;
    }

    // A '*' in the subject of a token would let in others' workflows, and one in the place of a stack's name everybody's state.
    private void Check()
    {
        if (!RepositoryName().IsMatch(Repository))
        {
            throw new ArgumentException($"gpu-inference-bootstrap:repository: '{Repository}' is not a repository; allowed: owner/name, of letters, digits, '-', '_' and '.'");
        }

        for (var i = 0; i < Environments.Count; i++)
        {
            var path = $"gpu-inference-bootstrap:environments[{i}]";
            var environment = Environments[i];
            if (!EnvironmentName().IsMatch(environment.Name ?? ""))
            {
                throw new ArgumentException($"{path}.name: '{environment.Name}' is not allowed; allowed: lower-case letters, digits and '-', at most 20 characters");
            }

            if (environment.Stacks is not [_, ..] || environment.Stacks.FirstOrDefault(stack => !StackName().IsMatch(stack)) is not null)
            {
                throw new ArgumentException($"{path}.stacks: name the stacks that it may update, each by letters, digits, '-', '_' and '.', with at most one '*' after the first two characters");
            }

            if (environment.LooksAt is { } other && !Environments.Any(one => one.Name == other && one.LooksAt is null))
            {
                throw new ArgumentException($"{path}.looksAt: '{other}' is no environment that deploys; there are: {string.Join(", ", Environments.Where(one => one.LooksAt is null).Select(one => one.Name))}");
            }

            if (environment.Regions is not [_, ..])
            {
                throw new ArgumentException($"{path}.regions: name the regions that its stacks use");
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+$")]
    private static partial Regex RepositoryName();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,19}$")]
    private static partial Regex EnvironmentName();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{2,}\*?$|^[A-Za-z0-9_.-]$")]
    private static partial Regex StackName();
}
