using Infra.Components.Shared;
using Infra.Components.Storage.Volumes;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Pulumi;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Storage;

/// <summary>A storage class for disks of EBS (gp3, encrypted): a new EKS cluster has none that works with its driver, and claims without one would wait for ever.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-class  the class
/// </code>
/// </remarks>
public sealed class EbsStorageClass : ComponentResource
{
    /// <summary>Declares the class.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message names every problem.</exception>
    public EbsStorageClass(string name, EbsStorageClassArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.EbsStorageClass, name, args, options)
    {
        var problems = new ConfigProblems();
        if (NameRules.DnsLabel.Problem(args.ClassName) is { } problem)
        {
            problems.Add($"{name}.className", problem);
        }

        problems.ThrowAt(this, ComponentTypes.EbsStorageClass);
        var metadata = new Meta.ObjectMetaArgs { Name = args.ClassName, Labels = ManagedBy.Labels("ebs", args.ClassName, "storage-class") };
        _ = new K8s.Storage.V1.StorageClass($"{name}-class", EbsClass.For(metadata, args.AutoMode, args.Protect), Children.Root(this, options));
        RegisterOutputs();
    }
}
