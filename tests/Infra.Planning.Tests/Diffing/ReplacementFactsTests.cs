using Infra.Planning.Diffing;
using Infra.Planning.Diffing.Facts;
using Infra.Planning.Model;
using Infra.TestKit;
using Newtonsoft.Json.Linq;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Diffing;

public class ReplacementFactsTests
{
    [Fact]
    public void Of_every_type_of_AWS_that_is_used_something_is_known() =>
        Assert.Empty(Resources("aws").Where(type => AwsReplacements.Of(type.Name) is null).Select(type => type.Name));

    [Fact]
    public void What_replaces_is_called_as_the_provider_calls_it()
    {
        foreach (var (name, schema) in Resources("aws"))
        {
            // A property that isn't used here can't be checked; one that is must not be misspelt.
            var used = ((JObject)schema["inputProperties"]!).Properties().Select(property => property.Name).ToList();
            var facts = AwsReplacements.Of(name)!.Replace.Select(path => path.Split('.')[0]);
            Assert.Empty(facts.Where(fact => !used.Contains(fact) && used.Any(property => string.Equals(property, fact, StringComparison.OrdinalIgnoreCase) || property == fact + "s")).Select(fact => $"{name}: {fact}"));
        }
    }

    [Fact]
    public void Everything_that_is_said_has_a_source_with_a_date() => Assert.All(
        Resources("aws").Select(type => AwsReplacements.Of(type.Name)!), facts => Assert.Matches(@"read \d{4}-\d{2}-\d{2}$", facts.Source));

    [Theory]
    [InlineData(null, null, PropertyEffect.Replace)]
    [InlineData("true", null, PropertyEffect.Update)]
    [InlineData("true", true, PropertyEffect.Replace)]
    public void Data_of_settings_change_in_place_only_where_the_provider_is_told_so(string? mutable, bool? immutable, PropertyEffect effect)
    {
        (string, PlanValue)[] flags = immutable is { } fixedForEver ? [("immutable", new PlanValue.Bool(fixedForEver))] : [];
        var settings = Plans.Of("kubernetes:core/v1:ConfigMap", "settings", [("data", Object(("a", Text("1")))), .. flags]);
        var table = ReplacementTable.For(settings, settings, mutable is null ? null : Map(("enableConfigMapMutable", Text(mutable))));

        Assert.Equal(effect, table.Of(new PropertyChange(Path("data", "a"), PropertyChangeKind.Change, Text("1"), Text("2"))).Effect);
    }

    [Theory]
    [InlineData("kubernetes:core/v1:PersistentVolumeClaim", "spec.volumeMode", PropertyEffect.Unknown)]
    [InlineData("kubernetes:core/v1:PersistentVolumeClaim", "spec.storageClassName", PropertyEffect.Replace)]
    [InlineData("kubernetes:core/v1:PersistentVolumeClaim", "spec.resources", PropertyEffect.Update)]
    [InlineData("kubernetes:networking.k8s.io/v1:IngressClass", "spec.controller", PropertyEffect.Unknown)]
    [InlineData("kubernetes:scheduling.k8s.io/v1:PriorityClass", "value", PropertyEffect.Unknown)]
    [InlineData("kubernetes:scheduling.k8s.io/v1:PriorityClass", "description", PropertyEffect.Update)]
    [InlineData("kubernetes:storage.k8s.io/v1:StorageClass", "volumeBindingMode", PropertyEffect.Unknown)]
    [InlineData("kubernetes:storage.k8s.io/v1:StorageClass", "allowVolumeExpansion", PropertyEffect.Update)]
    [InlineData("pulumi:providers:aws", "region", PropertyEffect.Unknown)]
    [InlineData("pulumi:providers:aws", "allowedAccountIds", PropertyEffect.Unknown)]
    [InlineData("pulumi:providers:aws", "defaultTags", PropertyEffect.Update)]
    public void What_the_API_server_refuses_or_leads_elsewhere_is_no_plain_update(string type, string path, PropertyEffect effect)
    {
        var resource = Plans.Of(type, "x");

        Assert.Equal(effect, ReplacementTable.For(resource, resource, null).Of(new PropertyChange(Path(path.Split('.')), PropertyChangeKind.Change, Text("a"), Text("b"))).Effect);
    }

    [Fact]
    public void What_holds_a_replacing_property_replaces_when_it_comes() => Assert.Equal(
        (PropertyEffect.Replace, PropertyEffect.Update),
        (
            Launched(Object(("name", Text("a")))).Effect,
            Launched(Object(("version", Text("1")))).Effect));

    [Fact]
    public void Every_type_that_holds_data_is_one_that_is_used_or_may_be_deployed() => Assert.Equal(
        ["aws:ebs/volume:Volume", "aws:secretsmanager/secret:Secret", "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition"],
        DataHolders.Types.Except([.. Resources("aws").Select(type => type.Name), .. Resources("kubernetes").Select(type => type.Name)]));

    private static Verdict Launched(PlanValue template)
    {
        var nodes = Plans.Of("aws:eks/nodeGroup:NodeGroup", "t4");
        return ReplacementTable.For(nodes, nodes, null).Of(new PropertyChange(Path("launchTemplate"), PropertyChangeKind.Add, null, template));
    }

    private static PropertyPath Path(params string[] keys) => new([.. keys.Select(PathStep.Of)]);

    private static IEnumerable<(string Name, JObject Schema)> Resources(string package) =>
        ((JObject)JObject.Parse(File.ReadAllText(RepositoryRoot.Combine($"embedded/schemas/{package}.json")))["resources"]!).Properties().Select(property => (property.Name, (JObject)property.Value));
}
