namespace Infra.TestKit.Configuration;

/// <summary>The keys of an environment file, as messages list them: in one place, because every new one changes them all.</summary>
public static class TopLevelKeys
{
    /// <summary>All, in the order in which the settings are read.</summary>
    public const string All = "aws, cluster, platform, network, systemPool, budget, adopt, namespace, production, temporary, tenants, pools, edgePools, storage, models, backends, imagePull, traffic, jobs, trainings, rayClusters, registry, backup, chaos, monitoring, predictionStore, mesh, dns, accelerators, nodeAutoscaling, security, containerRegistry, capacity, huggingFaceToken, imagePullCredentials, alertSecrets, tracesHeader";
}
