using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Naming;
using Infra.Core.Serving.Traffic;
using Pulumi;
using K8s = Pulumi.Kubernetes;
using Meta = Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Traffic.LoadBalancing;

/// <summary>An Application Load Balancer that all Ingresses of a class share. It comes with the first of them and goes with the last.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-parameters   IngressClassParams: who reaches it, and its attributes
/// NAME-class        IngressClass
/// </code>
/// </remarks>
public sealed class LoadBalancerClass : ComponentResource
{
    /// <summary>Name of the class, for Ingresses.</summary>
    [Output("ingressClass")]
    public Output<string> IngressClass { get; }

    /// <summary>Declares the class.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public LoadBalancerClass(string name, LoadBalancerClassArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.LoadBalancerClass, name, args, options)
    {
        Check(name, args);
        var group = args.AutoMode ? "eks.amazonaws.com" : "elbv2.k8s.aws";
        var parameters = new IngressClassParams($"{name}-parameters", new IngressClassParamsArgs(args.AutoMode ? $"{group}/v1" : $"{group}/v1beta1")
        {
            Metadata = new Meta.ObjectMetaArgs { Name = args.IngressClass, Labels = ManagedBy.Owned },
            Spec = new IngressClassParamsSpecArgs
            {
                Scheme = LoadBalancerSchemes.AwsName(args.InternetFacing ? LoadBalancerScheme.InternetFacing : LoadBalancerScheme.Internal),
                Group = new IngressGroupArgs { Name = args.IngressClass },
                SslPolicy = args.SslPolicy,
                LoadBalancerAttributes =
                {
                    new LoadBalancerAttributeArgs { Key = "idle_timeout.timeout_seconds", Value = $"{args.IdleTimeoutSeconds}" },
                    // What no server understands alike is what requests are smuggled with.
                    new LoadBalancerAttributeArgs { Key = "routing.http.drop_invalid_header_fields.enabled", Value = "true" },
                },
                NamespaceSelector = NamespaceSelectors.OneOf(args.Namespaces),
            },
        }, Children.Root(this, options));
        var @class = new K8s.Networking.V1.IngressClass($"{name}-class", new Net.IngressClassArgs
        {
            Metadata = new Meta.ObjectMetaArgs { Name = args.IngressClass, Labels = ManagedBy.Owned },
            Spec = new Net.IngressClassSpecArgs
            {
                Controller = args.AutoMode ? "eks.amazonaws.com/alb" : "ingress.k8s.aws/alb",
                Parameters = new Net.IngressClassParametersReferenceArgs { ApiGroup = group, Kind = "IngressClassParams", Name = args.IngressClass },
            },
        }, Children.Of(this, parameters));
        IngressClass = @class.Metadata.Apply(metadata => metadata.Name);
        RegisterOutputs();
    }

    private void Check(string name, LoadBalancerClassArgs args)
    {
        var problems = new ConfigProblems();
        if (NameRules.DnsLabel.Problem(args.IngressClass) is { } wrong)
        {
            problems.Add($"{name}.ingressClass", wrong);
        }

        if (args.IdleTimeoutSeconds is < 1 or > AlbRules.MostIdleSeconds)
        {
            problems.Add($"{name}.idleTimeoutSeconds", $"{args.IdleTimeoutSeconds} is not between 1 and {AlbRules.MostIdleSeconds}");
        }

        problems.ThrowAt(this, ComponentTypes.LoadBalancerClass);
    }
}
