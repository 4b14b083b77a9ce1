using Infra.Automation.Engine;
using Infra.Automation.Events;
using Infra.Automation.Failures;
using Infra.Automation.Operations;

namespace Infra.Examples.Automation;

/// <summary>An update with progress, a time limit, and what to do when it fails.</summary>
public static class Updating
{
    public static async Task<bool> UpAsync(StackOperations operations, string stack, TextWriter output, CancellationToken cancellationToken)
    {
        var running = operations.StartUp(
            stack,
            new UpRequest { Message = "new model" },
            new OperationOptions { Timeout = TimeSpan.FromMinutes(45) },
            cancellationToken);
        await foreach (var one in running.Events)
        {
            if (one is StackEvent.ResourceDone { Operation: not "same" } done)
            {
                await output.WriteLineAsync($"{done.Operation} {done.Urn.Name}");
            }
        }

        var result = await running.Result;
        await output.WriteLineAsync($"{result.Outcome} in {result.Duration:c}");
        foreach (var failure in result.Failures)
        {
            await TellAsync(failure, output);
        }

        return result.Succeeded;
    }

    private static async Task TellAsync(StackFailure failure, TextWriter output)
    {
        var line = failure switch
        {
            StackLocked { Locks: [var first, ..] } => $"wait for {first.Owner}",
            InterruptedOperations interrupted => $"look after {string.Join(", ", interrupted.Operations.Select(one => one.Urn.Name))}",
            ResourceFailed failed => $"{failed.Urn.Name}: {failed.Cause}",
            GateRefused refused => $"the gate has {refused.Findings.Count} findings",
            _ => failure.What,
        };
        await output.WriteLineAsync(line);
        foreach (var step in failure.Next)
        {
            await output.WriteLineAsync($"  {step}");
        }
    }
}
