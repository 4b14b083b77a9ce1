using Infra.Components.Serving.Backends;
using Infra.Components.Traffic.Dns;
using Infra.Core.Serving.Traffic;
using Pulumi;
using K8s = Pulumi.Kubernetes;
using Net = Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Infra.Components.Serving.Traffic;

/// <summary>A model behind an Ingress, of a load balancer or of a class that the cluster has.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-ingress        Ingress of the REST interface
/// NAME-grpc-ingress   optional, with a load balancer: Ingress of the gRPC interface
/// NAME-secret-reader, NAME-secret-reading   optional: Role and RoleBinding, so that the controller may read the client of OpenID Connect
/// </code>
/// </remarks>
internal static class IngressExposure
{
    private const string ClusterIssuer = "cert-manager.io/cluster-issuer";
    private const string DeletionPolicy = "pulumi.com/deletionPropagationPolicy";

    // By this name AWS Load Balancer Controller looks for the action in an annotation, under the name that stands for a Service.
    private const string FromAnnotation = "use-annotation";

    /// <summary>Declares it.</summary>
    public static void Create(ServingSpec spec, ExposeVia via, ExposeArgs expose, ServedModel served, ServingChildren children)
    {
        if (via == ExposeVia.Alb && expose.Authentication?.Oidc is { } oidc)
        {
            SecretReader.Create(spec, oidc.Secret, children);
        }

        _ = Ingress($"{spec.Name}-ingress", spec.Args.Model, expose.Host, expose.Path, served.HttpShares, grpc: false);
        if (expose.GrpcHost is { } grpcHost)
        {
            _ = Ingress($"{spec.Name}-grpc-ingress", $"{spec.Args.Model}-grpc", grpcHost, ExposeArgs.RootPath, served.GrpcShares, grpc: true);
        }

        K8s.Networking.V1.Ingress Ingress(string name, string objectName, string host, string path, IReadOnlyList<TrafficSplit> shares, bool grpc)
        {
            var metadata = spec.Metadata();
            metadata.Name = objectName;
            metadata.Annotations = ExposeVias.IsAlb(via) ? AlbAnnotations.For(spec, expose, shares, grpc) : OfClass(expose);
            foreach (var (key, value) in FailoverRecords.Annotations(expose.Failover))
            {
                metadata.Annotations.Add(key, value);
            }

            // The load balancer is gone when the object is: its controller takes the finalizer off then.
            metadata.Annotations.Add(DeletionPolicy, "foreground");
            var ingress = new Net.IngressSpecArgs
            {
                IngressClassName = expose.IngressClass!,
                Rules = { new Net.IngressRuleArgs { Host = host, Http = new Net.HTTPIngressRuleValueArgs { Paths = { Path(path, shares) } } } },
            };
            // A load balancer has its certificate by annotation.
            if (!ExposeVias.IsAlb(via) && expose.Tls is { } tls)
            {
                ingress.Tls.Add(new Net.IngressTLSArgs { Hosts = { host }, SecretName = tls.Secret ?? $"{spec.Args.Model}-tls" });
            }

            return new K8s.Networking.V1.Ingress(name, new Net.IngressArgs { Metadata = metadata, Spec = ingress }, children.Of(served.Service));
        }
    }

    private static Net.HTTPIngressPathArgs Path(string path, IReadOnlyList<TrafficSplit> shares) => new()
    {
        Path = path,
        PathType = "Prefix",
        Backend = new Net.IngressBackendArgs
        {
            Service = new Net.IngressServiceBackendArgs
            {
                // Of several, the name of a Service that is there: Pulumi waits for it.
                Name = shares[0].Service,
                Port = shares.Count == 1 ? new Net.ServiceBackendPortArgs { Number = shares[0].Port } : new Net.ServiceBackendPortArgs { Name = FromAnnotation },
            },
        },
    };

    private static InputMap<string> OfClass(ExposeArgs expose)
    {
        var annotations = new InputMap<string>();
        foreach (var (key, value) in expose.Annotations.OrderBy(annotation => annotation.Key, StringComparer.Ordinal))
        {
            annotations.Add(key, value);
        }

        if (expose.Tls?.Issuer is { } issuer)
        {
            annotations.Add(ClusterIssuer, issuer);
        }

        return annotations;
    }
}
