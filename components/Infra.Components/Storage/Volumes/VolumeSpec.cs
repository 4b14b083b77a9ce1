using System.Collections.Immutable;
using Infra.Components.Shared;
using Infra.Core.Storage;
using Infra.Core.Units;
using Pulumi;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Storage.Volumes;

/// <summary>A volume, checked.</summary>
internal sealed record VolumeSpec
{
    // A claim that is taken away while pods use it stays until the last is gone.
    private static readonly ImmutableDictionary<string, string> _foreground =
        ImmutableDictionary<string, string>.Empty.Add("pulumi.com/deletionPropagationPolicy", "foreground");

    /// <summary>Logical name of the component; children are called <c>NAME-role</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The component's inputs.</summary>
    public required ModelVolumeArgs Args { get; init; }

    /// <summary>What it lies on.</summary>
    public required VolumeKind Kind { get; init; }

    /// <summary>Who may use it.</summary>
    public required VolumeAccess Access { get; init; }

    /// <summary>Its size.</summary>
    public required ByteSize Size { get; init; }

    /// <summary>Metadata of the claim.</summary>
    public Meta.ObjectMetaArgs Claim() => new() { Name = Args.VolumeName, Namespace = Args.Namespace, Labels = Labels(), Annotations = _foreground };

    /// <summary>Metadata of what belongs to no namespace; the name says whose it is.</summary>
    public Meta.ObjectMetaArgs Global() => new() { Name = GlobalName, Labels = Labels() };

    /// <summary>Name of what belongs to no namespace.</summary>
    public Output<string> GlobalName => Output.Format($"{Args.Namespace}-{Args.VolumeName}");

    private ImmutableDictionary<string, string> Labels() => ManagedBy.Labels(VolumeKinds.Name(Kind), Args.VolumeName, "model-volume");
}
