namespace Infra.Stacks.Tests.Settings;

/// <summary>Tenants have namespaces of their own, what refers to one names one that there is, and what belongs together belongs to one.</summary>
public sealed class TenantRuleTests
{
    private const string Administrator = "arn:aws:iam::123456789012:role/deploy";

    [Fact]
    public void A_tenant_with_everything_is_fine() => Assert.Equal("", Owned()
        .With("tenants[0].access", """{"viewers": {"roles": ["arn:aws:iam::123456789012:role/product"]}, "operators": {"groups": ["on-call"]}}""")
        .With("tenants[0].queue", """{"devices": {"t4": 1}}""")
        .With("production", "true")
        .Problems());

    [Theory]
    [InlineData("\"visoin\"", "'visoin' is not a tenant; did you mean 'vision'? there are: vision")]
    [InlineData("\"sales\"", "'sales' is not a tenant; there are: vision")]
    public void A_model_names_a_tenant_that_there_is(string json, string problem) =>
        Assert.Equal($"gpu-inference:models[0].tenant: {problem}", Owned().With("models[0].tenant", json).Problems());

    [Fact]
    public void Without_tenants_nobody_is_one() => Assert.Equal(
        "gpu-inference:models[0].tenant: 'vision' is not a tenant; gpu-inference:tenants names none", SampleConfig.Eks().With("models[0].tenant", "\"vision\"").Problems());

    [Theory]
    [InlineData("name", "\"Vision\"", "'Vision' is not allowed; allowed: a lower-case name of letters, digits and '-'")]
    [InlineData("namespace", "\"team.vision\"", "'team.vision' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends")]
    [InlineData("namespace", "\"kueue-system\"", "'kueue-system' belongs to the cluster or to others; a tenant has a namespace of its own, so choose another")]
    [InlineData("namespace", "\"inference\"", "'inference' is already the namespace of gpu-inference:namespace; a tenant has one of its own")]
    public void Its_namespace_is_its_own(string key, string json, string problem) =>
        Assert.Equal($"gpu-inference:tenants[0].{key}: {problem}", SampleConfig.Eks().With("tenants", """[{"name": "vision"}]""").With($"tenants[0].{key}", json).Problems());

    // Whether the environment installs it or not: whoever does so later would find a team in its place.
    [Theory]
    [InlineData("velero")]
    [InlineData("backup-canary")]
    [InlineData("restore-test")]
    [InlineData("chaos-mesh")]
    [InlineData("model-cache")]
    [InlineData("gpu-inference-headroom")]
    [InlineData("gpu-operator")]
    [InlineData("dcgm-exporter")]
    [InlineData("efa-device-plugin")]
    [InlineData("neuron-device-plugin")]
    [InlineData("amd-device-plugin")]
    [InlineData("gaudi-device-plugin")]
    public void What_the_stack_installs_keeps_its_namespace(string name) => Assert.Equal(
        $"gpu-inference:tenants[0].name: '{name}' belongs to the cluster or to others; a tenant has a namespace of its own, so choose another",
        SampleConfig.Eks().With("tenants", $$"""[{"name": "{{name}}"}]""").Problems());

    [Fact]
    public void Two_don_t_share_one() => Assert.Equal(
        "gpu-inference:tenants[1].name: 'vision' is already the namespace of gpu-inference:tenants[0]; a tenant has one of its own",
        SampleConfig.Eks().With("tenants", """[{"name": "images", "namespace": "vision"}, {"name": "vision"}]""").Problems());

    [Fact]
    public void Production_asks_for_a_quota() => Assert.Equal(
        "gpu-inference:tenants[0].quota: missing; the environment is gpu-inference:production, and without a quota 'vision' could take all nodes of all pools from the others; say its cpu, memory and devices",
        Owned().With("production", "true").With("tenants[0].quota", null).Problems());

    [Fact]
    public void And_that_everything_belongs_to_a_tenant() => Assert.Equal(
        "gpu-inference:models[0].tenant: missing; the environment is gpu-inference:production and has tenants, but the namespace 'inference' is no tenant's and has no quota; name one of vision",
        Owned().With("production", "true").With("models[0].tenant", null).Problems());

    [Fact]
    public void Elsewhere_neither_is_asked() => Assert.Equal("", Owned().With("tenants[0].quota", null).With("models[0].tenant", null).Problems());

    [Fact]
    public void Production_without_tenants_asks_for_none() => Assert.Equal("", SampleConfig.Eks().With("production", "true").Problems());

    [Fact]
    public void Whether_it_is_production_is_true_or_false() => Assert.Equal(
        "gpu-inference:production: true or false was expected, but found the string 'yes'; write true or false without quotes", SampleConfig.Eks().With("production", "\"\\\"yes\\\"\"").Problems());

    [Fact]
    public void Access_entries_are_EKS() => Assert.Equal(
        "gpu-inference:tenants[0].access.viewers.roles: access entries of IAM roles are EKS' (cluster.eks or cluster.existing); name groups of this cluster's identity provider in groups instead",
        SampleConfig.Local().With("tenants", """[{"name": "vision", "access": {"viewers": {"roles": ["arn:aws:iam::123456789012:role/product"]}}}]""").Problems());

    [Fact]
    public void An_administrator_has_an_entry_already() => Assert.Equal(
        $"gpu-inference:tenants[0].access.operators.roles[0]: '{Administrator}' is the administrator 'deploy' of cluster.eks already, with all rights, and EKS knows one entry of a role; remove one of the two",
        SampleConfig.NewEks().With("tenants", """[{"name": "vision"}]""").With("tenants[0].access", """{"operators": {"roles": ["ADMINISTRATOR"]}}""".Replace("ADMINISTRATOR", Administrator, StringComparison.Ordinal)).Problems());

    [Fact]
    public void Groups_of_the_cluster_are_nobodys() => Assert.Equal(
        "gpu-inference:tenants[0].access.developers.groups[0]: 'system:masters' begins with system:, which belongs to the cluster; name a group of the cluster's identity provider",
        Owned().With("tenants[0].access", """{"developers": {"groups": ["system:masters"]}}""").Problems());

    [Theory]
    [InlineData(null, "\"vision\"", "no tenant, and what mounts it to the tenant 'vision'")]
    [InlineData("\"vision\"", null, "the tenant 'vision', and what mounts it to no tenant")]
    public void A_volume_is_mounted_in_its_own_namespace(string? volume, string? model, string words) => Assert.Equal(
        $"gpu-inference:models[0].source: the volume 'files' belongs to {words}; a claim is mounted in its own namespace, so give both the same tenant",
        Owned().With("storage.volumes", """[{"name": "files", "size": "10Gi", "nfs": {"server": "nfs.example.com", "path": "/files"}}]""")
            .With("storage.volumes[0].tenant", volume).With("models[0].tenant", model).With("models[0].source", "\"pvc://files/reader\"").Problems());

    [Fact]
    public void So_is_a_volume_of_a_job() => Assert.Equal(
        "gpu-inference:jobs[0].pod.volumes[0].claim: the volume 'files' belongs to no tenant, and what mounts it to the tenant 'vision'; a claim is mounted in its own namespace, so give both the same tenant",
        Owned().With("storage.volumes", """[{"name": "files", "size": "10Gi", "nfs": {"server": "nfs.example.com", "path": "/files"}}]""")
            .With("jobs", """[{"name": "work", "tenant": "vision", "shards": 2, "pod": {"image": "example.com/work:1", "pools": ["t4"], "volumes": [{"claim": "files", "path": "/data"}]}}]""").Problems());

    [Fact]
    public void A_cache_on_nodes_would_show_a_tenant_s_model_to_all() => Assert.Equal(
        "gpu-inference:models[0].tenant: the model is in storage.cache, whose directory shows every pod the files of all models in it, and those of 'vision' would be everybody's; take it out of the cache, or let it belong to no tenant",
        Owned().With("pools[0].localNvme", "true").With("storage.cache", """{"pools": ["t4"], "models": ["reader"], "size": "20Gi"}""").Problems());

    private static SampleConfig Owned() => SampleConfig.Eks()
        .With("tenants", """[{"name": "vision", "quota": {"cpu": "16", "memory": "64Gi", "devices": {"nvidia.com/gpu": 2}, "storage": "100Gi"}}]""")
        .With("models[0].tenant", "\"vision\"");
}
