using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An [Output] property: converted from the response when somebody reads it first.</summary>
internal sealed class ResourceOutput<T>(ResourceState state, ResourceOutputKind kind, string name) : OutputSource<T>
{
    public override bool TryGet(out OutputData<T> data)
    {
        if (state.Response is not { } response)
        {
            data = default;
            return false;
        }

        data = kind switch
        {
            ResourceOutputKind.Urn => Text(response.Urn, isKnown: true),
            ResourceOutputKind.Id => Text(response.Id ?? "", isKnown: !string.IsNullOrEmpty(response.Id)),
            _ => Property(response),
        };
        if (!data.IsKnown)
            response.UnknownRead?.Invoke();
        return true;
    }

    public override async Task<OutputData<T>> GetAsync()
    {
        await state.WhenCompleted.ConfigureAwait(false);
        return TryGet(out var data) ? data : throw new InvalidOperationException("The resource has completed without a response.");
    }

    private OutputData<T> Text(string value, bool isKnown)
        => new((T)(object)value, new ResourceSet(state.Resource), isKnown, isSecret: false);

    private OutputData<T> Property(ResourceResponse response)
    {
        var owner = new ResourceSet(state.Resource);
        if (!response.Outputs.TryGetValue(name, out var tree))
            return new OutputData<T>(default!, owner, response.MissingIsKnown, isSecret: false);
        var data = ValueReader.Read<T>($"{state.Resource.GetType().FullName}.{name}", tree);
        return new OutputData<T>(data.Value, owner.Union(data.Resources), data.IsKnown, data.IsSecret);
    }
}
