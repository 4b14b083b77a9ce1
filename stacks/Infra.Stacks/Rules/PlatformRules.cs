using Infra.Core.Configuration;
using Infra.Core.Prices;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rollouts;

namespace Infra.Stacks.Rules;

/// <summary>Rules across the parts of the configuration: what refers to what, and what excludes what.</summary>
internal static class PlatformRules
{
    /// <summary>Adds a problem for each broken rule.</summary>
    public static void Check(PlatformSettings settings, ConfigProblems problems)
    {
        ClusterRules.Check(settings, problems);
        LayerRules.Check(settings, problems);
        NamespaceRules.Check(settings, problems);
        EksRules.Check(settings, problems);
        TemporaryRules.Check(settings, problems);
        TenantRules.Check(settings, problems);
        CheckUnique("tenants", settings.Tenants, tenant => tenant.Name, problems);
        CheckUnique("pools", settings.Pools, pool => pool.Name, problems);
        CheckUnique("edgePools", settings.EdgePools, pool => pool.Name, problems);
        CheckUnique("storage.buckets", settings.Storage.Buckets, bucket => bucket.Name, problems);
        CheckUnique("storage.volumes", settings.Storage.Volumes, volume => volume.Name, problems);
        CheckUnique("models", settings.Models, model => model.Name, problems);
        var pools = new Dictionary<string, CheckedPool>(StringComparer.Ordinal);
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            pools.TryAdd(settings.Pools[i].Name, PoolRules.Check(At("pools", i), settings.Pools[i], settings, problems));
        }

        // After what a pool is by itself: whoever is told to bring the GPU operator must not hear then that the GPUs can't be cut at all.
        AcceleratorRules.Check(settings, problems);
        NodeAutoscalingRules.Check(settings, problems);
        EdgePoolRules.Check(settings, problems);
        for (var i = 0; i < settings.EdgePools.Length; i++)
        {
            if (!pools.TryAdd(settings.EdgePools[i].Name, EdgePoolRules.ForModels(settings.EdgePools[i])) && settings.Pools.Any(pool => pool.Name == settings.EdgePools[i].Name))
            {
                problems.Add(ConfigPath.Key(At("edgePools", i), "name"), $"{Shown.Quoted(settings.EdgePools[i].Name)} is already the name of one of the pools; names are unique");
            }
        }

        ImagePolicyRules.Check(settings, problems);
        ExternalSecretRules.Check(settings, problems);
        ContainerRegistryRules.Check(settings, problems);
        NetworkRules.Check(settings, problems);
        DnsRules.Check(settings, problems);
        MonitoringRules.Check(settings, problems);
        DashboardRules.Check(settings, problems);
        LogAndTraceRules.Check(settings, problems);
        SystemPoolRoomRules.Check(settings, problems);
        var poolNames = new KnownNames("pool", Key("pools"), [.. settings.Pools.Select(pool => pool.Name), .. settings.EdgePools.Select(pool => pool.Name)], problems);
        var buckets = new KnownNames("bucket", Key("storage"), settings.Storage.Buckets.Select(bucket => bucket.Name), problems);
        var volumes = new KnownNames("volume", Key("storage.volumes"), settings.Storage.Volumes.Select(volume => volume.Name), problems);
        StorageRules.Check(settings, buckets, problems);
        ExistingBucketRules.Check(settings, problems);
        CacheRules.Check(settings, poolNames, new KnownNames("model", Key("models"), settings.Served.Select(model => model.Name), problems), problems);
        ScalingRules.Check(settings, problems);
        for (var i = 0; i < settings.Models.Length; i++)
        {
            var path = At("models", i);
            CheckModel(path, settings.Models[i]);
            RolloutRules.Check(path, settings.Models[i], settings, problems);
            // What is wrong with the model is wrong with its candidate too, and said already.
            if (ModelVariant.Tried(settings.Models[i]) is { } candidate && !problems.Cover(path))
            {
                CheckModel(ModelVariant.CandidatePath(path), candidate);
            }

            RolloutPeakRules.Check(path, settings.Models[i], pools, problems);
        }

        if (settings.ImagePull is { Credentials: true })
        {
            CheckSecret(Key("imagePull.credentials"), SecretKey.ImagePullCredentials, "or name a Secret that has them in secrets", settings.Secrets, problems);
        }

        if (settings.Monitoring.Traces is { Header.Secret: null })
        {
            CheckSecret(Key("monitoring.traces.header"), SecretKey.TracesHeader, "or name the Secret that has the value", settings.Secrets, problems);
        }

        ExposeRules.Check(settings, problems);
        JobRules.Check(settings, pools, poolNames, buckets, problems);
        RayRules.Check(settings, pools, poolNames, problems);
        UnboundPodRules.Check(settings, problems);
        RegistryRules.Check(settings, buckets, problems);
        BackupRules.Check(settings, problems);
        var models = new KnownNames("model", Key("models"), settings.Served.Select(model => model.Name), problems);
        ChaosRules.Check(settings, models, poolNames, problems);
        CapacityRules.Check(settings, models, problems);
        PredictionRules.Check(settings, problems);
        MeshRules.Check(settings, problems);
        AlertingRules.Check(settings, problems);
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            ImageRules.Check(At("pools", i), settings.Pools[i], settings, problems);
            HeadroomRules.Check(At("pools", i), settings.Pools[i], pools[settings.Pools[i].Name], problems);
        }

        void CheckModel(string path, ModelConfig model)
        {
            MountedModelRules.Check(path, model, settings, volumes, problems);
            ModelRules.CheckReferences(path, model, poolNames, buckets, problems);
            if (model.HuggingFaceToken is { Secret: null })
            {
                CheckSecret(ConfigPath.Key(path, "huggingFaceToken"), SecretKey.HuggingFaceToken, "or name the Secret that has the token", settings.Secrets, problems);
            }

            ModelRules.CheckFit(path, model, pools, settings.Aws?.Region ?? PriceList.KnownRegion, problems);
            ScalingRules.CheckModel(path, model, settings, pools, problems);
            ZoneSpreadRules.CheckModel(path, model, settings, problems);
        }

        SharedPoolRules.Check(settings, pools, problems);
        TenantQuotaRules.Check(settings, pools, problems);
    }

    /// <summary>Adds a problem if a secret that is needed isn't set.</summary>
    internal static void CheckSecret(string path, SecretKey secret, string otherwise, IReadOnlyCollection<string> secrets, ConfigProblems problems)
    {
        if (!secrets.Contains(secret.Name) && !problems.Cover(path))
        {
            problems.Add(path, $"{Key(secret.Name)} is not set; set it with 'pulumi config set --secret {Key(secret.Name)}', {otherwise}");
        }
    }

    /// <summary>Adds a problem for every name that stands twice in a list.</summary>
    internal static void CheckUnique<T>(string list, IReadOnlyList<T> items, Func<T, string> name, ConfigProblems problems)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            // Empty text stands for a name that could not be read.
            if (name(items[i]).Length > 0 && !first.TryAdd(name(items[i]), i))
            {
                problems.Add(ConfigPath.Key(At(list, i), "name"), $"{Shown.Quoted(name(items[i]))} is already the name of {list}[{first[name(items[i])]}]; names are unique");
            }
        }
    }

    /// <summary>Full path of a key of the project.</summary>
    internal static string Key(string key) => $"{PlatformSettings.ConfigNamespace}:{key}";

    /// <summary>Full path of an entry of a list.</summary>
    internal static string At(string list, int index) => ConfigPath.Index(Key(list), index);
}
