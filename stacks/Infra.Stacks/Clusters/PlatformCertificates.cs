using Infra.Components.Certificates;
using Infra.Stacks.Configuration;
using Infra.Stacks.Layers;
using Pulumi;

namespace Infra.Stacks.Clusters;

/// <summary>cert-manager, where something in the environment has certificates of it and the cluster doesn't have it already.</summary>
internal static class PlatformCertificates
{
    /// <summary>Whether the stack installs it.</summary>
    public static bool Needed(PlatformSettings settings) => settings.Backends.Kserve.CertManager
        && (SharedParts.Has(settings, SharedPart.KServe) || TrafficPlan.NeedsCertificates(settings));

    /// <summary>Declares it.</summary>
    /// <returns>What those who have certificates have to wait for.</returns>
    public static Resource[] Create(PlatformSettings settings, PlatformCluster cluster, Providers providers) => Needed(settings)
        ? [new CertManager("cert-manager", new CertManagerArgs { Scraping = settings.Monitoring.Scraping() }, providers.Component([.. cluster.Ready]))]
        : [];
}
