using Infra.Automation.Engine;
using Infra.Automation.Gates;
using Infra.Automation.Operations;
using Infra.Planning.Policies;

namespace Infra.Examples.Automation;

/// <summary>Opening a project, and asking what there is.</summary>
public static class Stacks
{
    /// <param name="folder">The project's folder, with <c>Pulumi.yaml</c> in it.</param>
    public static async Task<StackOperations> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        var engine = await PulumiStackEngine.CreateAsync(new EngineOptions(folder), TimeProvider.System, cancellationToken);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var gate = new PreviewGate(new GateOptions(new PolicyOptions(today)));
        return new StackOperations(engine, gate, TimeProvider.System);
    }

    public static async Task ListAsync(StackOperations operations, TextWriter output)
    {
        foreach (var stack in await operations.ListAsync())
        {
            await output.WriteLineAsync($"{stack.Name}: {stack.Resources ?? 0} resources, last updated {stack.LastUpdate:yyyy-MM-dd}");
        }
    }

    public static async Task PreviewAsync(StackOperations operations, string stack, TextWriter output)
    {
        var preview = await operations.PreviewAsync(stack, new PreviewRequest { Refresh = true });
        foreach (var step in preview.Changes)
        {
            await output.WriteLineAsync($"{step.Operation} {step.Urn.Type} {step.Urn.Name} {string.Join(", ", step.ReplaceReasons)}".TrimEnd());
        }
    }

    /// <summary>Secrets have no value here: <c>pulumi stack output NAME --show-secrets</c> is for those.</summary>
    public static async Task OutputsAsync(StackOperations operations, string stack, TextWriter output)
    {
        foreach (var (name, value) in await operations.OutputsAsync(stack))
        {
            await output.WriteLineAsync($"{name} = {value}");
        }
    }
}
