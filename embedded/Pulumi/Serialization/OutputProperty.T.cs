namespace Pulumi.Serialization;

internal sealed class OutputProperty<T>(string name, Action<object, object?> write) : OutputProperty(name, write)
{
    public override void Initialize(Resource resource, ResourceState state)
        => Write(resource, new Output<T>(new ResourceOutput<T>(state, ResourceOutputKind.Property, Name)));
}
