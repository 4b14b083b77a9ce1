using Infra.Planning.Model;
using Infra.TestKit;

namespace Infra.Cli.Tests.EndToEnd;

/// <summary>What holds for every resource of every shipped environment.</summary>
public sealed class ResourceTests
{
    public static TheoryData<string> Environments => new("dev", "prod", "local");

    // A child's URN is its identity: a change here replaces what runs, unless an alias says otherwise.
    [Theory]
    [MemberData(nameof(Environments))]
    public async Task URNs_stay_what_they_are(string environment)
    {
        var urns = (await ShippedPlans.OfAsync(environment)).Resources.Select(resource => resource.Urn).ToArray();

        Assert.Equal(urns.Length, urns.Distinct().Count());
        Assert.All(urns, urn => Assert.Equal((environment, "gpu-inference"), (urn.Stack, urn.Project)));
        Golden.Match(string.Concat(urns.Select(urn => $"{urn}\n")), $"{environment}.urns.txt");
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task Everything_but_the_stack_has_a_parent_that_comes_before_it(string environment)
    {
        var resources = (await ShippedPlans.OfAsync(environment)).Resources;
        var seen = new HashSet<Urn>();

        Assert.Equal((ResourceKind.Stack, null), (resources[0].Kind, resources[0].Parent));
        foreach (var resource in resources)
        {
            Assert.True(resource.Parent is { } parent ? seen.Contains(parent) : seen.Count == 0, $"{resource.Urn} has the parent {resource.Parent?.ToString() ?? "none"}");
            seen.Add(resource.Urn);
        }
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public async Task What_a_resource_depends_on_comes_before_it(string environment)
    {
        var seen = new HashSet<Urn>();
        foreach (var resource in (await ShippedPlans.OfAsync(environment)).Resources)
        {
            Assert.All(resource.Dependencies, dependency => Assert.Contains(dependency, seen));
            seen.Add(resource.Urn);
        }
    }

    [Theory]
    [InlineData("dev", "aws, kubernetes, random")]
    [InlineData("prod", "aws, aws-us-east-2, kubernetes, random")]
    [InlineData("local", "kubernetes, random")]
    public async Task Everything_custom_has_one_of_the_explicit_providers(string environment, string providers)
    {
        var plan = await ShippedPlans.OfAsync(environment);
        var explicitProviders = plan.Resources.Where(resource => resource.Kind == ResourceKind.Provider).ToDictionary(provider => provider.Urn);
        var custom = plan.Resources.Where(resource => !resource.Type.StartsWith("pulumi:", StringComparison.Ordinal) && !IsComponent(resource)).ToArray();

        Assert.Equal(providers, string.Join(", ", explicitProviders.Values.Select(provider => provider.Name)));
        Assert.NotEmpty(custom);
        Assert.All(custom, resource =>
        {
            Assert.NotNull(resource.Provider);
            Assert.Equal($"pulumi:providers:{resource.Type.Split(':')[0]}", explicitProviders[resource.Provider].Type);
        });
        Assert.All(plan.Resources.Where(IsComponent), component => Assert.Null(component.Provider));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_provider_of_everything_in_AWS_has_the_default_tags(string environment)
    {
        var plan = await ShippedPlans.OfAsync(environment);

        var providers = plan.Resources.Where(resource => resource.Type == "pulumi:providers:aws").ToArray();

        Assert.All(providers, provider => Assert.Equal(
            $$$"""{"tags":{"environment":"{{{environment}}}","managed-by":"pulumi","project":"gpu-inference"}}""",
            Text(provider.Inputs["defaultTags"]).Replace(" ", "", StringComparison.Ordinal)));
        // Another region has its own, for copies alone.
        Assert.All(
            plan.Resources.Where(resource => resource.Type.StartsWith("aws:", StringComparison.Ordinal)),
            resource => Assert.Equal(
                plan.Named(resource.Name.StartsWith("models-replica-", StringComparison.Ordinal) || resource.Name.StartsWith("backup-copy-", StringComparison.Ordinal) ? "aws-us-east-2" : "aws").Urn,
                resource.Provider));
    }

    [Theory]
    [InlineData("dev", "")]
    // A bucket that outlives its stack needs its rules as long as it lives. A cluster that nobody manages would only cost money.
    [InlineData(
        "prod",
        "cluster-key monitoring-workspace loki-logs-key loki-logs-bucket loki-logs-ownership loki-logs-public-access loki-logs-policy loki-logs-versioning loki-logs-lifecycle loki-logs-encryption "
        + "access-logs-bucket access-logs-ownership access-logs-public-access access-logs-encryption access-logs-lifecycle access-logs-policy "
        + "models-replica-key models-replica-bucket models-replica-ownership models-replica-public-access models-replica-policy models-replica-versioning models-replica-lifecycle models-replica-encryption "
        + "models-key models-bucket models-ownership models-public-access models-policy models-versioning models-lifecycle models-access-logs models-replication models-encryption "
        + "datasets-file-system datasets-backup datasets-access-point datasets-address-us-west-2a datasets-address-us-west-2b datasets-address-us-west-2c "
        + "mlflow-database-key mlflow-database backup-key backup-vault backup-lock backup-copy-key backup-copy-vault backup-copy-lock "
        + "cluster-backup-key cluster-backup-bucket cluster-backup-ownership cluster-backup-public-access cluster-backup-policy cluster-backup-versioning cluster-backup-lifecycle cluster-backup-encryption")]
    [InlineData("local", "")]
    public async Task What_holds_data_is_protected_where_the_environment_says_so(string environment, string names)
    {
        var resources = (await ShippedPlans.OfAsync(environment)).Resources;

        Assert.Equal(names, Names(resources.Where(resource => resource.Options.Protect == true && resource.Name != "cluster-control-plane")));
        Assert.Equal(names, Names(resources.Where(resource => resource.Options.RetainOnDelete == true)));
    }

    [Theory]
    [InlineData("dev", false)]
    [InlineData("prod", true)]
    public async Task A_cluster_that_serves_users_is_protected_twice(string environment, bool isProtected)
    {
        var cluster = (await ShippedPlans.OfAsync(environment)).Named("cluster-control-plane");

        Assert.Equal(isProtected, cluster.Options.Protect);
        Assert.Equal(isProtected, Assert.IsType<PlanValue.Bool>(cluster.Inputs["deletionProtection"]).Value);
    }

    private static string Text(PlanValue value) => Assert.IsType<PlanValue.String>(value).Value;

    private static string Names(IEnumerable<PlannedResource> resources) => string.Join(' ', resources.Select(resource => resource.Name));

    private static bool IsComponent(PlannedResource resource) => resource.Type.StartsWith("gpu-inference:index:", StringComparison.Ordinal);
}
