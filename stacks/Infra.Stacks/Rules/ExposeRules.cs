using Infra.Core;
using Infra.Core.Configuration;
using Infra.Core.Network;
using Infra.Core.Serving;
using Infra.Core.Serving.Traffic;
using Infra.Stacks.Clusters;
using Infra.Stacks.Configuration;

namespace Infra.Stacks.Rules;

/// <summary>Rules of the ways in: what each model asks for can be done, and models that share a host or a load balancer agree.</summary>
internal static class ExposeRules
{
    /// <summary>Names of the objects that endpoint pickers are made of, with their path.</summary>
    public static IEnumerable<(string Name, string Path)> Names(PlatformSettings settings)
    {
        for (var i = 0; i < settings.Models.Length; i++)
        {
            if (settings.Models[i].Expose?.InferencePool is not null)
            {
                yield return (EndpointPicker.NameOf(settings.Models[i].Name), ConfigPath.Keys(PlatformRules.At("models", i), "expose.inferencePool"));
            }
        }
    }

    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        for (var i = 0; i < settings.Models.Length; i++)
        {
            var path = ConfigPath.Key(PlatformRules.At("models", i), "expose");
            if (settings.Models[i].Expose is { } expose && !problems.Cover(path))
            {
                CheckOne(path, expose, settings, problems);
                CheckLongest(i, expose, settings, problems);
            }
        }

        CheckHosts(settings, problems);
        CheckEncryption(settings, problems);
        CheckRoom(settings, problems);
        if (settings.Traffic.HostedZone is not null && settings.Aws is null)
        {
            problems.Add(PlatformRules.Key("traffic.hostedZone"), "is in AWS, and nothing runs there; remove it");
        }
    }

    private static void CheckOne(string path, ExposeConfig expose, PlatformSettings settings, ConfigProblems problems)
    {
        var via = expose.ViaOf(settings);
        ExposeRequest.Check(path, via, expose.ToRequest(), problems);
        if (ExposeVias.IsAlb(via) && settings.Cluster.Kubeconfig is not null)
        {
            problems.Add(ConfigPath.Key(path, "via"), "an Application Load Balancer is in AWS, and this cluster isn't; use gateway or ingress");
        }
        else if (ExposeVias.IsAlb(via) && TrafficPlan.SourceCidrs(settings, expose.Scheme).IsEmpty)
        {
            problems.Add(
                PlatformRules.Key("traffic.alb.sourceCidrs"),
                "missing; nothing here says which addresses the subnets of load balancers have, and the models' network policies would keep them out");
        }

        if (via == ExposeVia.Ingress && settings.Traffic.Ingress is null)
        {
            problems.Add(ConfigPath.Key(path, "via"), "asks for a class of Ingress, and none is named; set traffic.ingress, or use gateway or alb");
        }

        if (via == ExposeVia.Gateway && expose.Scheme == LoadBalancerScheme.InternetFacing && !TrafficPlan.HasNetworkLoadBalancer(settings))
        {
            problems.Add(ConfigPath.Key(path, "scheme"), "is of load balancers of AWS, and the gateway has none here; remove it");
        }
    }

    // A pod that ends waits for the load balancer too, so that less is left to its requests.
    private static void CheckLongest(int index, ExposeConfig expose, PlatformSettings settings, ConfigProblems problems)
    {
        const int Most = Termination.MostGraceSeconds - AlbRules.NoticeSeconds - Termination.ExitSeconds;
        var path = ConfigPath.Keys(PlatformRules.At("models", index), "objectives.longestRequestSeconds");
        var longest = settings.Models[index].Objectives.LongestRequest;
        if (ExposeVias.IsAlb(expose.ViaOf(settings)) && longest > Most && !problems.Cover(path))
        {
            problems.Add(
                path,
                $"{longest} seconds are more than the {Most} that a pod has for a request behind an Application Load Balancer: it ends after {Termination.MostGraceSeconds} at the latest, and the first "
                + $"{AlbRules.NoticeSeconds} go by until nobody calls it any more; set {Most} or less");
        }
    }

    // One host, several models: their paths tell them apart; gRPC has no path.
    private static void CheckHosts(PlatformSettings settings, ConfigProblems problems)
    {
        var taken = new Dictionary<(ExposedBy, LoadBalancerScheme, string Host, string Path), string>();
        var grpc = new Dictionary<(ExposedBy, LoadBalancerScheme, string Host), string>();
        foreach (var (path, name, expose) in Exposed(settings, problems))
        {
            if (!taken.TryAdd((expose.Via, expose.Scheme, expose.Host, expose.Path), name))
            {
                problems.Add(
                    ConfigPath.Key(path, "path"),
                    $"{expose.Host}{expose.Path} leads to the model {taken[(expose.Via, expose.Scheme, expose.Host, expose.Path)]} already; give each model a path or a host of its own");
            }

            if (expose.GrpcHost is { } host && !grpc.TryAdd((expose.Via, expose.Scheme, host), name))
            {
                problems.Add(
                    ConfigPath.Key(path, "grpcHost"),
                    $"{Shown.Quoted(host)} leads to the model {grpc[(expose.Via, expose.Scheme, host)]} already; gRPC has no paths to tell models apart, so give each a host of its own");
            }
        }

        foreach (var (path, _, expose) in Exposed(settings, problems))
        {
            if (grpc.TryGetValue((expose.Via, expose.Scheme, expose.Host), out var other) && expose.GrpcHost != expose.Host)
            {
                problems.Add(ConfigPath.Key(path, "host"), $"{Shown.Quoted(expose.Host)} is the grpcHost of the model {other}, and a host is for REST or for gRPC; name another");
            }
        }
    }

    // A load balancer sends all plain requests on, or none; a host has one certificate.
    private static void CheckEncryption(PlatformSettings settings, ConfigProblems problems)
    {
        var balancers = new Dictionary<LoadBalancerScheme, (string Name, bool Tls)>();
        var hosts = new Dictionary<(LoadBalancerScheme, string), (string Name, ExposeTlsConfig? Tls)>();
        foreach (var (path, name, expose) in Exposed(settings, problems))
        {
            var tls = ConfigPath.Key(path, "tls");
            if (expose.Via == ExposedBy.Alb && !balancers.TryAdd(expose.Scheme, (name, expose.Tls is not null)) && balancers[expose.Scheme].Tls != (expose.Tls is not null))
            {
                problems.Add(tls, $"the model {balancers[expose.Scheme].Name} shares the load balancer, which sends plain requests of all its models on to HTTPS or of none; set tls for all of them or for none");
            }

            foreach (var host in expose.Via == ExposedBy.Gateway ? expose.Hosts() : [])
            {
                if (!hosts.TryAdd((expose.Scheme, host), (name, expose.Tls)) && hosts[(expose.Scheme, host)].Tls != expose.Tls)
                {
                    problems.Add(tls, $"the model {hosts[(expose.Scheme, host)].Name} has the host {Shown.Quoted(host)} too, with another certificate; a host has one");
                }
            }
        }
    }

    // Addresses of subnets are kept for load balancers by the network's own count.
    private static void CheckRoom(PlatformSettings settings, ConfigProblems problems)
    {
        if (settings is not { Cluster.Eks: not null, Network: { Existing: null } network } || problems.Cover(PlatformRules.Key("network")))
        {
            return;
        }

        foreach (var (scheme, key, has) in new[] { (LoadBalancerScheme.Internal, "internalLoadBalancers", network.InternalLoadBalancers), (LoadBalancerScheme.InternetFacing, "publicLoadBalancers", network.PublicLoadBalancers) })
        {
            var balancers = Exposed(settings, problems)
                .Where(model => model.Expose.Scheme == scheme && (model.Expose.Via == ExposedBy.Alb || (model.Expose.Via == ExposedBy.Gateway && TrafficPlan.HasNetworkLoadBalancer(settings))))
                .Select(model => model.Expose.Via).Distinct().Count();
            if (balancers > has)
            {
                problems.Add(
                    PlatformRules.Key($"network.{key}"),
                    $"{has} is less than the {Counted.Of(balancers, "load balancer")} that models with the scheme {LoadBalancerSchemes.Name(scheme)} need; set {balancers}, so that subnets with addresses are kept for them");
            }
        }
    }

    private static IEnumerable<(string Path, string Name, ExposeConfig Expose)> Exposed(PlatformSettings settings, ConfigProblems problems)
    {
        for (var i = 0; i < settings.Models.Length; i++)
        {
            var path = ConfigPath.Key(PlatformRules.At("models", i), "expose");
            if (settings.Models[i].Expose is { } expose && !problems.Cover(path))
            {
                yield return (path, settings.Models[i].Name, expose);
            }
        }
    }
}
