namespace Pulumi.Tests.Resources;

/// <summary>Mocks that hold the registration of named resources until the test opens the gate, and write down what started and ended.</summary>
internal sealed class GatedMocks(params string[] held) : IMocks
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _events = [];

    public bool OpensWithTheStacksOutputs { get; init; }

    public void Open() => _gate.SetResult();

    public string Events()
    {
        lock (_events)
        {
            return string.Join(" ", _events);
        }
    }

    public void Note(string text)
    {
        lock (_events)
        {
            _events.Add(text);
        }
    }

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Note($"start:{args.Name}");
        if (held.Contains(args.Name))
        {
            await _gate.Task;
        }

        Note($"end:{args.Name}");
        return (args.Name + "_id", args.Inputs);
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest request)
    {
        if (OpensWithTheStacksOutputs && request.Urn == Mocked.StackUrn)
        {
            Note("outputs");
            Open();
        }

        return Task.CompletedTask;
    }

    public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
}
