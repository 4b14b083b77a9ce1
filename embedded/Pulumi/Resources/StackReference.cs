using System.Collections.Immutable;
using Pulumi.Embedded;
using Pulumi.Serialization;

namespace Pulumi;

public class StackReference : CustomResource
{
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    public Output<object?> GetOutput(Input<string> name)
        => WithSecretness(name, required: false, () => Output.Tuple(name.ToOutput(), Outputs).Apply(pair => pair.Item2.GetValueOrDefault(pair.Item1) ?? Invented(pair.Item1)));

    public Output<object> RequireOutput(Input<string> name)
        => WithSecretness(name, required: true, () => Output.Tuple(name.ToOutput(), Name, Outputs).Apply(object? (triple) =>
            triple.Item3.TryGetValue(triple.Item1, out var value)
                ? value
                : Invented(triple.Item1) ?? throw Missing(triple.Item1, triple.Item2)))!;

    public async Task<StackReferenceOutputDetails> GetOutputDetailsAsync(string name)
    {
        var data = await GetOutput(name).GetDataAsync().ConfigureAwait(false);
        return data.IsSecret
            ? new StackReferenceOutputDetails { SecretValue = data.Value }
            : new StackReferenceOutputDetails { Value = data.Value };
    }

    public async Task<object?> GetValueAsync(Input<string> name)
    {
        var data = await GetOutput(name).GetDataAsync().ConfigureAwait(false);
        return data.IsSecret ? throw SecretOutputs("GetOutputValueAsync", "GetOutput") : data.Value;
    }

    public async Task<object> RequireValueAsync(Input<string> name)
    {
        var data = await RequireOutput(name).GetDataAsync().ConfigureAwait(false);
        return data.IsSecret ? throw SecretOutputs("RequireOutputValueAsync", "RequireOutput") : data.Value;
    }

    private static InvalidOperationException SecretOutputs(string method, string instead)
        => new($"Cannot call '{method}' if the referenced stack has secret outputs. Use '{instead}' instead.");

    private object? Invented(string output) => (Deployment.TryGetCurrent()?.Monitor as EngineMonitor)?.InventOutput(State.Response?.Id ?? GetResourceName(), output);

    private static KeyNotFoundException Missing(string output, string stack)
        => new($"Required output '{output}' does not exist on stack '{stack}'.");

    private Output<object?> WithSecretness(Input<string> name, bool required, Func<Output<object?>> read)
    {
        return new Output<object?>(ReadAsync());

        async Task<OutputData<object?>> ReadAsync()
        {
            await State.WhenCompleted.ConfigureAwait(false);
            var output = await name.ToOutput().GetDataAsync().ConfigureAwait(false);
            if (output.IsKnown && State.Response?.StackOutputs is { } exported)
                return Exported(exported, output.Value, required);
            var data = await read().GetDataAsync().ConfigureAwait(false);
            return new OutputData<object?>(data.Value, data.Resources, data.IsKnown, await IsSecretAsync(name).ConfigureAwait(false));
        }
    }

    private OutputData<object?> Exported(ImmutableDictionary<string, object?> outputs, string output, bool required)
    {
        if (!outputs.TryGetValue(output, out var tree) && required)
            throw Missing(output, State.Response!.Id!);
        var data = ValueReader.ReadObject(tree);
        return new OutputData<object?>(data.Value, new ResourceSet(this), data.IsKnown, ValueReader.HasSecret(tree));
    }

    private async ValueTask<bool> IsSecretAsync(Input<string> name)
    {
        var output = await name.ToOutput().GetDataAsync().ConfigureAwait(false);
        var secretNames = await SecretOutputNames.GetDataAsync().ConfigureAwait(false);
        return output.IsKnown && secretNames.IsKnown
            ? secretNames.Value.Contains(output.Value)
            : (await Outputs.GetDataAsync().ConfigureAwait(false)).IsSecret;
    }
}
