using System.CommandLine;

namespace Infra.Benchmarks.Simulations;

/// <summary><c>simulate-once MINUTES</c>: one simulation in a process of its own, so that its peak memory is its own.</summary>
internal sealed class SimulateOnceCommand : Command
{
    public const string Verb = "simulate-once";

    private readonly Argument<int> _minutes = new("minutes");

    public SimulateOnceCommand()
        : base(Verb, "Simulate prod for some minutes")
    {
        Hidden = true;
        Add(_minutes);
        SetAction(result => RunAsync(result.GetRequiredValue(_minutes)));
    }

    private static async Task<int> RunAsync(int minutes)
    {
        var result = await ProdUnderLoad.RunAsync(minutes);
        foreach (var model in result.Models.Where(model => model.Requests.Arrived > 0))
        {
            await Console.Error.WriteLineAsync($"{model.Name}: {model.Requests.Arrived} requests, {model.Requests.Completed} answered, {model.Batches} batches or iterations");
        }

        return 0;
    }
}
