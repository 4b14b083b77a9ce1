using System.CommandLine;
using Infra.Cli.Doctor;
using Newtonsoft.Json;

namespace Infra.Cli.Commands;

/// <summary><c>doctor [ENVIRONMENT]</c>: whether this machine can deploy, and what to do where it can't.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Argument<string?> _environment = new("environment") { Description = "Look at what this environment needs, too: account, quotas, endpoint", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool> _json = new("--json") { Description = "Write the result as JSON, and nothing else, to standard output" };
    private readonly Terminal _terminal;
    private readonly PlanService _plans;
    private readonly IProbes _probes;

    public DoctorCommand(Terminal terminal, Option<bool> debug, Func<ProjectFolder> project, Func<ProjectFolder, IPlanSource> plans, IProbes probes)
        : base("doctor", "Look whether everything is there that a deployment needs, and say how to get what isn't. Changes nothing.")
    {
        (_terminal, _plans, _probes) = (terminal, new PlanService(terminal, plans), probes);
        Add(_environment);
        Add(_json);
        SetAction((result, stop) => RunAsync(result, project(), result.GetValue(debug), stop));
    }

    private async Task<int> RunAsync(ParseResult result, ProjectFolder project, bool debug, CancellationToken stop)
    {
        EnvironmentNeeds? needs = null;
        if (result.GetValue(_environment) is { } environment)
        {
            project.RequireEnvironment(environment);
            var (plan, exitCode) = await _plans.PlanAsync(project, new PlanRequest { Environment = environment }, debug);
            if (plan is null)
            {
                return exitCode;
            }
            needs = EnvironmentNeeds.Of(plan);
        }
        var results = await new Examination(_probes, TimeProvider.System).RunAsync(Checks(project.Path, needs), stop);
        if (result.GetValue(_json))
        {
            _terminal.Out.Writer.WriteLine(DoctorJson.Of(needs?.Environment, results).ToString(Formatting.Indented));
        }
        else
        {
            _terminal.Out.Lines(DoctorText.Render(results));
        }
        return results.Any(static one => one.IsInTheWay) ? ExitCodes.Findings : ExitCodes.Success;
    }

    private static IEnumerable<ICheck> Checks(string folder, EnvironmentNeeds? needs) =>
    [
        new DotNetCheck(folder),
        new PulumiCheck(folder),
        new LoginCheck(folder),
        new PackagesCheck(folder),
        .. needs is { AccountId: null } ? (ICheck[])[] : [new AwsIdentityCheck(folder, needs)],
        new KubectlCheck(folder, needs),
        .. needs?.Region is { } region ? needs.Quotas.Select(quota => (ICheck)new QuotaCheck(folder, region, quota)) : [],
        .. needs is { ClusterName: not null, Region: not null } ? (ICheck[])[new EndpointCheck(folder, needs)] : [],
    ];
}
