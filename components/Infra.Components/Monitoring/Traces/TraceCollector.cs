using Infra.Components.Helm;
using Infra.Components.Security.ExternalSecrets;
using Infra.Components.Shared;
using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Monitoring.Traces;
using Infra.Core.Versions;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Infra.Components.Monitoring.Traces;

/// <summary>OpenTelemetry's collector: takes traces of models, keeps a share of them and hands it on to whoever keeps traces. One per cluster.</summary>
/// <remarks>
/// Children:
/// <code>
/// NAME-namespace   namespace that holds its pods to the security level restricted
/// NAME-header      optional: Secret of the receiver's header, or ExternalSecret
/// NAME-access      NetworkPolicy: who sends traces, and what the pods reach
/// NAME-release     Helm release
/// </code>
/// A pod reads the header at its start: a new one takes <c>kubectl rollout restart</c>.
/// </remarks>
public sealed class TraceCollector : ComponentResource
{
    /// <summary>Host of the Service inside the cluster.</summary>
    public const string Host = $"{TraceCollectorValues.Name}.{TraceCollectorValues.Namespace}.svc";

    /// <summary>Its port for OTLP over HTTP.</summary>
    public const int Port = TracePipeline.HttpPort;

    /// <summary>Its namespace.</summary>
    public const string Namespace = TraceCollectorValues.Namespace;

    /// <summary>Declares the collector.</summary>
    /// <exception cref="ResourceException">The arguments are wrong; the message lists every problem.</exception>
    public TraceCollector(string name, TraceCollectorArgs args, ComponentResourceOptions? options = null)
        : base(ComponentTypes.TraceCollector, name, args, options)
    {
        Check(name, args);
        var own = RestrictedNamespace.Create($"{name}-namespace", Namespace, Children.Root(this, options));
        var namespaceName = own.Metadata.Apply(metadata => metadata.Name);
        Resource[] before = [new NetworkPolicy($"{name}-access", TraceCollectorNetworkPolicy.For(args, namespaceName), Children.Of(this))];
        if (args.Header is { Value: { } value } header)
        {
            before =
            [
                .. before,
                new Secret($"{name}-header", new SecretArgs
                {
                    Metadata = new ObjectMetaArgs { Name = TraceCollectorValues.HeaderSecret, Namespace = namespaceName, Labels = ManagedBy.Owned },
                    StringData = { [header.Key] = value },
                }, Children.Of(this)),
            ];
        }

        if (args.Header is { Entry: { } entry } held)
        {
            before = [.. before, new ExternalSecret($"{name}-header", ExternalSecretArgs.Of(TraceCollectorValues.HeaderSecret, namespaceName, entry, held.Key), Children.Root(this, options))];
        }

        _ = new Release($"{name}-release", HelmReleases.Of(Pins.OpenTelemetryCollector, namespaceName, TraceCollectorValues.For(args)), Children.Root(this, options, before));
        RegisterOutputs();
    }

    private void Check(string name, TraceCollectorArgs args)
    {
        var problems = new ConfigProblems();
        if (!WireNames.TryParse<OtlpProtocol>(args.Protocol, out var protocol))
        {
            problems.Add(ConfigPath.Key(name, "protocol"), $"'{args.Protocol}' is unknown; there are: {string.Join(", ", WireNames.All<OtlpProtocol>())}");
        }
        else if (OtlpEndpoint.Problem(args.Endpoint, protocol) is { } endpoint)
        {
            problems.Add(ConfigPath.Key(name, "endpoint"), endpoint);
        }

        if (args.ClientNamespaces.Count == 0)
        {
            problems.Add(ConfigPath.Key(name, "clientNamespaces"), "is empty; without a sender there are no traces");
        }

        if (args.SampleRatio is not (> 0 and <= 1))
        {
            problems.Add(ConfigPath.Key(name, "sampleRatio"), FormattableString.Invariant($"{args.SampleRatio} is no share; allowed: more than 0, at most 1"));
        }

        if (args.Replicas < 1)
        {
            problems.Add(ConfigPath.Key(name, "replicas"), $"{args.Replicas} is less than 1");
        }

        if (args.Header is { } header && new object?[] { header.Value, header.ExistingSecret, header.Entry }.Count(source => source is not null) != 1)
        {
            problems.Add(ConfigPath.Key(name, "header"), "needs exactly one of value, existingSecret and entry");
        }

        if (args is { Scraping: not null, PrometheusNamespace: null })
        {
            problems.Add(ConfigPath.Key(name, "prometheusNamespace"), "missing; the network policy lets nobody else ask for metrics");
        }

        problems.ThrowAt(this, ComponentTypes.TraceCollector);
    }
}
