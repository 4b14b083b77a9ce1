using Infra.Planning.Model;

namespace Infra.Capture.Tests;

/// <summary>What is a resource of the program in a state, and what isn't.</summary>
public sealed class StateTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";

    private const string DefaultProvider =
        """{"urn": "urn:pulumi:dev::p::pulumi:providers:aws::default_7_48_0", "custom": true, "type": "pulumi:providers:aws", "id": "1", "inputs": {"version": "7.48.0"}}""";

    [Fact]
    public void A_provider_of_the_engine_is_none_of_the_program()
    {
        var plan = Documents.Read(Documents.State(Documents.Stack, DefaultProvider)).Plan;

        Assert.Equal(ResourceKind.Stack, Assert.Single(plan.Resources).Kind);
    }

    [Fact]
    public void A_providers_plugin_is_an_option_of_it_and_of_what_it_manages()
    {
        const string provider =
            """
            {"urn": "urn:pulumi:dev::p::pulumi:providers:aws::main", "custom": true, "type": "pulumi:providers:aws", "id": "4711",
             "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev",
             "inputs": {"__internal": {"pluginDownloadURL": "https://plugins"}, "region": "eu-west-1", "version": "7.48.0"}}
            """;
        var plan = Documents.Read(Documents.State(Documents.Stack, provider, Documents.Resource(Bucket, ""))).Plan;

        var plugin = new PlannedOptions { Version = "7.48.0", PluginDownloadUrl = "https://plugins" };
        Assert.Equal([PlannedOptions.None, plugin, plugin], plan.Resources.Select(static resource => resource.Options));
        Assert.Equal(ValueMap.Create([new("region", new PlanValue.String("eu-west-1"))]), plan.Resources[1].Inputs);
        Assert.Equal((null, Urn.Parse(Documents.Provider)), (plan.Resources[1].Provider, plan.Resources[2].Provider));
    }

    [Fact]
    public void Options_are_read()
    {
        var options = Documents.ReadOne(Documents.Resource(
            Bucket,
            """
            , "protect": true, "retainOnDelete": true, "ignoreChanges": ["tags"], "replaceOnChanges": ["a.b"], "replaceWith": ["urn:pulumi:dev::p::t::y"],
            "hideDiff": [["spec", "a/b", 0], "plain"], "additionalSecretOutputs": ["key"], "aliases": ["urn:pulumi:dev::p::t::old"], "deletedWith": "urn:pulumi:dev::p::t::y",
            "importID": "models", "customTimeouts": {"create": 600, "read": 5, "update": 0}, "taint": true, "sourcePosition": "project:///x", "later": [{"x": 1}]
            """)).Options;

        var y = Urn.Parse("urn:pulumi:dev::p::t::y");
        Assert.Equal(
            new PlannedOptions
            {
                Protect = true,
                RetainOnDelete = true,
                IgnoreChanges = ["tags"],
                ReplaceOnChanges = ["a.b"],
                ReplaceWith = [y],
                HideDiffs = ["spec[\"a/b\"][0]", "plain"],
                AdditionalSecretOutputs = ["key"],
                Aliases = [Urn.Parse("urn:pulumi:dev::p::t::old")],
                DeletedWith = y,
                Import = "models",
                CustomTimeouts = new PlannedTimeouts { Create = TimeSpan.FromMinutes(10) },
            },
            options);
    }

    [Fact]
    public void What_is_only_read_has_its_id()
    {
        const string reference =
            """
            {"urn": "urn:pulumi:dev::p::pulumi:pulumi:StackReference::x", "custom": true, "type": "pulumi:pulumi:StackReference", "id": "org/base/dev", "external": true,
             "provider": "urn:pulumi:dev::p::pulumi:providers:pulumi::default::1", "inputs": {"name": "org/base/dev"}}
            """;

        Assert.Equal(("org/base/dev", null, ResourceKind.Custom), Of(Documents.ReadOne(reference)));
        Assert.Equal(("vpc-1", Urn.Parse(Documents.Provider), ResourceKind.Custom), Of(Documents.ReadOne(Documents.Resource("aws:ec2/vpc:Vpc", ", \"id\": \"vpc-1\", \"external\": true"))));
        Assert.Equal((null, Urn.Parse(Documents.Provider), ResourceKind.Custom), Of(Documents.ReadOne(Documents.Resource("aws:ec2/vpc:Vpc", ", \"id\": \"vpc-1\""))));

        static (string?, Urn?, ResourceKind) Of(PlannedResource resource) => (resource.ReadId, resource.Provider, resource.Kind);
    }

    [Fact]
    public void Leftovers_and_views_are_no_resources()
    {
        var captured = Documents.Read(Documents.State(
            Documents.Stack,
            Documents.Resource(Bucket, ", \"delete\": true"),
            Documents.Resource(Bucket, ""),
            Documents.Resource("aws:sqs/queue:Queue", ", \"pendingReplacement\": true"),
            Documents.Resource("aws:cloud/part:Part", ", \"viewOf\": \"urn:pulumi:dev::p::aws:s3/bucket:Bucket::x\"")));

        Assert.Equal(
            """
            State p/dev, 0 omitted
            Stack Stack/p-dev gives { }
            Custom Bucket/x by main
            ! Warning x: an older one of this name is still there; the next update deletes it
            ! Warning x: it was deleted to be replaced, and not made again yet
            """,
            PlanText.Of(captured));
    }

    [Theory]
    [InlineData("\"resources\": null")]
    [InlineData("\"resources\": []")]
    [InlineData("\"metadata\": {}")]
    public void A_stack_without_anything(string deployment)
    {
        var captured = Documents.Read(Documents.StateOf(deployment));

        Assert.Equal(new Plan { Project = "", Stack = "" }, captured.Plan);
        Assert.Empty(captured.Diagnostics);
    }

    [Fact]
    public void Version_4_says_which_features_it_has()
    {
        var text = Documents.State(Documents.Stack).Replace("\"version\": 3", "\"version\": 4, \"features\": [\"hooks\"]", StringComparison.Ordinal);

        Assert.Single(Documents.Read(text).Plan.Resources);
    }

    [Fact]
    public void The_order_of_the_keys_does_not_matter()
    {
        const string stack = """{"outputs": {"url": "x"}, "type": "pulumi:pulumi:Stack", "urn": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev"}""";
        const string bucket = """{"outputs": {"arn": "x"}, "type": "aws:s3/bucket:Bucket", "urn": "urn:pulumi:dev::p::aws:s3/bucket:Bucket::x"}""";
        var plan = Documents.Read($$"""{"deployment": {"resources": [{{stack}}, {{bucket}}] }, "version": 3}""").Plan;

        Assert.Equal([ValueMap.Create([new("url", new PlanValue.String("x"))]), null], plan.Resources.Select(static resource => resource.Outputs));
    }
}
