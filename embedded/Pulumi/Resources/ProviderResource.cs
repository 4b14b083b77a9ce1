namespace Pulumi;

public class ProviderResource : CustomResource
{
    private const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
    private string? _reference;

    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, registerPackageRequest: null)
    {
    }

    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base($"pulumi:providers:{package}", name, args, options, registerPackageRequest)
        => Package = package;

    internal string Package { get; }

    /// <summary>`urn::id`, with the engine's placeholder for an id that isn't known yet.</summary>
    internal async ValueTask<string> GetReferenceAsync()
    {
        if (_reference is not null)
            return _reference;
        var urn = await Urn.GetValueAsync("").ConfigureAwait(false);
        // Not from the output: whoever names a provider has read nothing of it.
        var id = State.Response?.Id;
        return _reference = $"{urn}::{(string.IsNullOrEmpty(id) ? UnknownId : id)}";
    }
}
