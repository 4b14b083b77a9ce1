using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Infra.TestKit.Components;

/// <summary>Answers every registration as a cloud would, as far as components look at it, and remembers what was asked.</summary>
internal sealed class RecordingMocks(HarnessOptions options) : IMocks
{
    private readonly Lock _lock = new();
    private readonly List<MockResourceArgs> _resources = [];
    private readonly Dictionary<string, ImmutableDictionary<string, Output<object?>>> _outputs = new(StringComparer.Ordinal);

    public IReadOnlyList<MockResourceArgs> Resources => _resources;

    /// <summary>By URN: what components gave to RegisterOutputs.</summary>
    public IReadOnlyDictionary<string, ImmutableDictionary<string, Output<object?>>> Outputs => _outputs;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        lock (_lock)
        {
            _resources.Add(args);
        }
        var state = args.Inputs.ToBuilder();
        foreach (var (name, value) in Defaults(args).Concat(options.Outputs?.Invoke(args) ?? ImmutableDictionary<string, object>.Empty))
        {
            state[name] = value;
        }
        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state.ToImmutable()));
    }

    public Task<object> CallAsync(MockCallArgs args) =>
        throw new NotSupportedException($"'{args.Token}' was invoked; no invoke decides what a component does.");

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        lock (_lock)
        {
            _outputs[args.Urn] = args.Outputs;
        }
        return Task.CompletedTask;
    }

    private static IEnumerable<KeyValuePair<string, object>> Defaults(MockResourceArgs args)
    {
        if (args.Type is { } type && type.StartsWith("aws:", StringComparison.Ordinal))
        {
            yield return new("arn", $"arn:aws:{type.Split(':')[1].Split('/')[0]}:::{args.Name}");
            if (!args.Inputs.ContainsKey("name"))
            {
                yield return new("name", args.Name!);
            }
        }
    }
}
