using Infra.Automation.Engine;
using Infra.Automation.Gates;
using Infra.Automation.Operations;
using Infra.Automation.Temporary;
using Infra.Cli.Policies;
using Infra.Planning.Rendering;
using Infra.Planning.Reviewing;

namespace Infra.Cli.Stacks;

/// <summary>An update from the check to the result.</summary>
internal sealed class GatedUpdate(StackTools tools, ProjectFolder project, string stack)
{
    private readonly Terminal _terminal = tools.Terminal;
    private readonly CheckOptions _policies = new(tools.Today);

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(UpOrder order, bool debug, CancellationToken stop)
    {
        if (!tools.IsSecondProcess && await CheckAsync(debug) is var exitCode and not ExitCodes.Success)
        {
            return exitCode;
        }
        var engine = await tools.Engines(project, stop);
        await using var progress = new StackProgress(_terminal, tools.Time, $"up {stack}", order.Json);
        var options = new GateOptions(_policies.ByDefault(project.Path)) { AllowedLosses = order.AllowedLosses };
        var gate = new AskingGate(new PreviewGate(options), async (verdict, token) =>
        {
            await progress.PauseAsync();
            return await AgreeAsync(order, verdict, token);
        });
        var operations = new StackOperations(engine, gate, tools.Time);
        if (order.MakesStack && (await operations.ListAsync(stop)).All(one => one.Name != stack))
        {
            await operations.CreateAsync(stack, SecretsProvider.Of(EnvironmentTextFile.Read(project, stack).Text), stop);
        }
        var result = await operations.UpAsync(stack, new UpRequest { Refresh = order.Refresh, Message = order.Message }, progress: progress, cancellationToken: stop);
        await progress.PauseAsync();
        if (gate.IsDeclined && !order.Json)
        {
            _terminal.Failure("not updated: the answer was no");
            return ExitCodes.Findings;
        }
        exitCode = OperationReport.Say(_terminal, $"up {stack}", result, order.Json);
        if (result.Succeeded && !order.Json)
        {
            _terminal.Out.Lines(StackOutputs.Lines(result.Outputs).Select(line => TextLine.Of($"  {line}")));
        }
        return exitCode;
    }

    // What the embedded engine finds is found in a second, without an account. Standard output belongs to the result.
    private async Task<int> CheckAsync(bool debug)
    {
        var (plan, exitCode) = await new PlanService(_terminal, tools.Plans).PlanAsync(project, new PlanRequest { Environment = stack }, debug);
        if (plan is null)
        {
            return exitCode;
        }
        var review = PlanReview.Of(plan, _policies.ByDefault(project.Path));
        if (!review.HasFindings)
        {
            return ExitCodes.Success;
        }
        _terminal.Error.Lines(ReviewSummary.Render(review));
        _terminal.Failure(
            $"the check of '{stack}' has findings; nothing was started",
            [.. review.Placement.Fits ? (string[])[] : [$"./run place {stack} shows which pods find no node, and why."],
            .. review.Policy.Passes ? (string[])[] : [$"./run check {stack} shows the findings, and what to do; what is accepted for now goes into policy-suppressions.yaml."]]);
        return ExitCodes.Findings;
    }

    private async Task<bool> AgreeAsync(UpOrder order, GateVerdict verdict, CancellationToken stop)
    {
        if (verdict.Preview is { } preview && !order.Json)
        {
            _terminal.Error.Lines(PreviewedChanges.Render(preview));
        }
        return !order.Asks || await Question.IsAgreedAsync(_terminal, $"Update '{stack}'?", stop);
    }
}
