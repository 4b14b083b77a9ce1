namespace Pulumi.Tests.Harness;

/// <summary>A resource with typed outputs.</summary>
internal sealed class Server : CustomResource
{
    public const string Type = "test:net/v1:Server";

    public Server(string name, ServerArgs? args = null, CustomResourceOptions? options = null)
        : base(Type, name, args, options)
    {
    }

    [Output("address")]
    public Output<string> Address { get; private set; } = null!;

    [Output("port")]
    public Output<int> Port { get; private set; } = null!;

    [Output("zones")]
    public Output<ImmutableArray<string>> Zones { get; private set; } = null!;

    [Output("tags")]
    public Output<ImmutableDictionary<string, string>> Tags { get; private set; } = null!;
}
