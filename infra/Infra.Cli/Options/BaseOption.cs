using System.CommandLine;
using Infra.Cli.Bases;
using Infra.Planning.Model;

namespace Infra.Cli.Options;

/// <summary>What a command compares a plan with.</summary>
internal sealed class BaseOption(BasePlans bases)
{
    private readonly Option<string?> _base = new("--base")
    {
        Description = "Compare with another revision of this repository, such as main, or with a file: what 'preview --json', 'pulumi stack export' or 'pulumi preview --json --show-sames' wrote",
        HelpName = "revision|file",
    };

    public void AddTo(Command command) => command.Add(_base);

    public bool IsGiven(ParseResult result) => result.GetValue(_base) is not null;

    /// <returns>The base, or the exit code where there is none; neither where none was asked for.</returns>
    /// <exception cref="UsageException">There is no such file or revision, or the file has no plan.</exception>
    public async Task<(BasePlan? Base, int ExitCode)> ReadAsync(ParseResult result, PlanRequest request, Plan plan, CancellationToken stop) =>
        result.GetValue(_base) is { } value ? await bases.ReadAsync(_base.Name, value, request, plan, stop) : (null, ExitCodes.Success);
}
