namespace Pulumi.Tests.Harness;

/// <summary>Records all that a program shows to its mocks, and answers like a provider that echoes its inputs.</summary>
internal sealed class RecordingMocks : IMocks
{
    private readonly object _gate = new();
    private readonly List<MockResourceArgs> _resources = [];
    private readonly List<MockCallArgs> _calls = [];
    private readonly List<MockRegisterResourceOutputsRequest> _outputs = [];

    public Func<MockResourceArgs, Task<(string? Id, object State)>> Answer { get; init; } =
        args => Task.FromResult<(string?, object)>((args.Name + "_id", args.Inputs));

    public Func<MockCallArgs, object> AnswerCall { get; init; } = args => args.Args;

    public IReadOnlyList<MockResourceArgs> Resources => Snapshot(_resources);

    public IReadOnlyList<MockCallArgs> Calls => Snapshot(_calls);

    public IReadOnlyList<MockRegisterResourceOutputsRequest> Outputs => Snapshot(_outputs);

    public IEnumerable<string?> Names => Resources.Select(resource => resource.Name);

    public MockResourceArgs this[string name] => Resources.Single(resource => resource.Name == name);

    public static RecordingMocks Answering(string? id, object state) =>
        new() { Answer = _ => Task.FromResult((id, state)) };

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_gate)
        {
            _resources.Add(args);
        }

        return await Answer(args);
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        lock (_gate)
        {
            _calls.Add(args);
        }

        return Task.FromResult(AnswerCall(args));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (_gate)
        {
            _outputs.Add(args);
        }

        return Task.CompletedTask;
    }

    private List<T> Snapshot<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
