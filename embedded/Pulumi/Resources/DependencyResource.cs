namespace Pulumi;

/// <summary>Stands for a resource of which only the URN is known.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn)
        : base("", "")
        => Urn = new Output<string>(new OutputData<string>(urn, new ResourceSet(this), isKnown: true, isSecret: false));
}
