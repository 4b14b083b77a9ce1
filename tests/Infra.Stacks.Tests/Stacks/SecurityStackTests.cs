using System.Text.Json.Nodes;
using Infra.Core.Security;
using Infra.Stacks.Tests.Settings;
using Pulumi.Testing;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Where secrets and images come from.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class SecurityStackTests
{
    private const string ExternalSecret = "kubernetes:external-secrets.io/v1:ExternalSecret";
    private const string Release = "kubernetes:helm.sh/v3:Release";

    [Fact]
    public async Task A_secret_that_AWS_keeps_never_gets_into_Pulumi()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.Eks()
            .With("imagePull", """{"credentials": true}""")
            .With("security", """{"externalSecrets": {"service": "parameterStore", "imagePullCredentials": {"entry": "/gpu/registry"}}}""").ForEngine());

        Assert.DoesNotContain(stack.Resources, resource => resource.Type == "kubernetes:core/v1:Secret");
        var secret = stack.Single("kubernetes:external-secrets.io/v1:ExternalSecret", "image-pull-credentials");
        Tree.Equal(
            """
            {
              "secretStoreRef": {"name": "aws", "kind": "ClusterSecretStore"},
              "target": {"name": "image-pull-credentials", "template": {"type": "kubernetes.io/dockerconfigjson"}},
              "data": [{"secretKey": ".dockerconfigjson", "remoteRef": {"key": "/gpu/registry"}}]
            }
            """,
            Tree.Of(secret.Inputs["spec"]));
        Tree.Equal(
            """{"conditions": [{"namespaces": ["inference"]}], "provider": {"aws": {"service": "ParameterStore", "region": "us-west-2"}}}""",
            Tree.Of(stack.Single("kubernetes:external-secrets.io/v1:ClusterSecretStore").Inputs["spec"]));
    }

    [Fact]
    public async Task Repositories_of_the_cache_are_those_of_the_images_that_come_through_it()
    {
        const string host = "123456789012.dkr.ecr.us-west-2.amazonaws.com";
        var stack = await MockedStack.OfAsync("x", SampleConfig.Eks()
            .With("containerRegistry", """{"repositories": ["team/ranker"], "pullThrough": [{"registry": "quay.io"}]}""")
            .With("jobs", $$$"""[{"name": "score", "items": ["a"], "pod": {"image": "{{{host}}}/quay.io/team/score:1", "pools": ["t4"]}}]""")
            .With("trainings", $$$"""[{"name": "train", "schedule": {"cron": "0 2 * * *"}, "pod": {"image": "{{{host}}}/team/ranker:1", "pools": ["t4"]}}]""").ForEngine());

        var repositories = stack.Resources.Where(resource => resource.Type == "aws:ecr/repository:Repository").Select(resource => (string)resource.Inputs["name"]).ToList();
        Assert.Contains("quay.io/team/score", repositories);
        // Of what is pinned: the charts that may ever be installed.
        Assert.Equal([.. new ImageCache(host, ["quay.io"]).Repositories, "quay.io/team/score", "team/ranker"], repositories.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Secrets_of_receivers_stand_beside_Alertmanager_and_that_of_traces_beside_its_collector()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.NewEks()
            .With("monitoring", """
                {
                  "stack": {},
                  "alerting": {"receivers": [{"name": "chat", "slack": {}}], "platform": {"p0": ["chat"], "p1": ["chat"]}},
                  "traces": {"endpoint": "https://otlp.example.com", "header": {"name": "authorization"}}
                }
                """)
            .With("systemPool", """{"min": 3}""")
            .With("security", """{"externalSecrets": {"alertSecrets": {"entry": "gpu/alerts"}, "tracesHeader": {"entry": "gpu/traces", "property": "key"}}}""").ForEngine());

        Assert.DoesNotContain(stack.Resources, resource => resource.Type == "kubernetes:core/v1:Secret" && resource.Name!.Contains("header", StringComparison.Ordinal));
        var alerts = stack.Single(ExternalSecret, "alert-secrets");
        Assert.Equal("monitoring", (string?)Tree.Of(alerts.Inputs["metadata"])["namespace"]);
        Tree.Equal("""[{"extract": {"key": "gpu/alerts"}}]""", Tree.Of(alerts.Inputs["spec"])["dataFrom"]);
        // Where Alertmanager looks for it.
        Assert.Contains("/etc/alertmanager/secrets/alert-secrets/chat", Tree.Of(stack.Resources.Select(resource => resource.Inputs).ToList()).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("alert-secrets", Tree.Of(stack.Single(Release, "monitoring-release").Inputs)["values"]!["alertmanager"]!["alertmanagerSpec"]!["secrets"]!.AsArray().Select(secret => (string?)secret));
        var header = stack.Resources.Single(resource => resource.Type == ExternalSecret && resource.Name != "alert-secrets");
        Assert.Equal("opentelemetry-collector", (string?)Tree.Of(header.Inputs["metadata"])["namespace"]);
        Tree.Equal("""{"key": "gpu/traces", "property": "key"}""", Tree.Of(header.Inputs["spec"])["data"]![0]!["remoteRef"]);
        var variable = Tree.Of(stack.Single(Release, "trace-collector-release").Inputs)["values"]!["extraEnvs"]![0]!["valueFrom"]!["secretKeyRef"]!;
        Assert.Equal(
            ((string?)Tree.Of(header.Inputs["metadata"])["name"], (string?)Tree.Of(header.Inputs["spec"])["data"]![0]!["secretKey"]),
            ((string?)variable["name"], (string?)variable["key"]));
        Tree.Equal(
            """[{"namespaces": ["inference", "monitoring", "opentelemetry-collector"]}]""",
            Tree.Of(stack.Single("kubernetes:external-secrets.io/v1:ClusterSecretStore").Inputs["spec"])["conditions"]);
    }

    [Fact]
    public async Task A_Secret_of_the_store_is_there_for_whoever_names_it()
    {
        var stack = await MockedStack.OfAsync("x", SampleConfig.Eks()
            .With("tenants", """[{"name": "search"}]""")
            .With("models[0].environmentSecret", "\"lookup\"")
            .With("jobs", """[{"name": "score", "tenant": "search", "items": ["a"], "pod": {"image": "ghcr.io/a/b:1", "pools": ["t4"], "environmentSecret": "lookup"}}]""")
            .With("security", """
                {"externalSecrets": {"secrets": [
                  {"name": "lookup", "entry": "gpu/lookup"},
                  {"name": "lookup", "tenant": "search", "keys": [{"key": "URL", "entry": "gpu/search", "property": "url"}, {"key": "TOKEN", "entry": "gpu/token"}]}
                ]}}
                """).ForEngine());

        Tree.Equal("""{"name": "lookup", "namespace": "inference"}""", Place(stack.Single(ExternalSecret, "secret-lookup")));
        Tree.Equal("""[{"extract": {"key": "gpu/lookup"}}]""", Tree.Of(stack.Single(ExternalSecret, "secret-lookup").Inputs["spec"])["dataFrom"]);
        Tree.Equal("""{"name": "lookup", "namespace": "search"}""", Place(stack.Single(ExternalSecret, "search-secret-lookup")));
        Tree.Equal(
            """[{"secretKey": "TOKEN", "remoteRef": {"key": "gpu/token"}}, {"secretKey": "URL", "remoteRef": {"key": "gpu/search", "property": "url"}}]""",
            Tree.Of(stack.Single(ExternalSecret, "search-secret-lookup").Inputs["spec"])["data"]);
        Tree.Equal(
            """[{"secretRef": {"name": "lookup"}}]""",
            Tree.Of(stack.Single("kubernetes:apps/v1:Deployment", "reader-deployment").Inputs)["spec"]!["template"]!["spec"]!["containers"]![0]!["envFrom"]);
        Tree.Equal(
            """
            ["arn:aws:secretsmanager:us-west-2:123456789012:secret:gpu/lookup-??????", "arn:aws:secretsmanager:us-west-2:123456789012:secret:gpu/search-??????", "arn:aws:secretsmanager:us-west-2:123456789012:secret:gpu/token-??????"]
            """,
            JsonNode.Parse((string)stack.Single("aws:iam/rolePolicy:RolePolicy", "external-secrets-policy").Inputs["policy"])!["Statement"]![0]!["Resource"]);
    }

    private static JsonObject Place(MockResourceArgs resource)
    {
        var metadata = Tree.Of(resource.Inputs["metadata"]);
        return new JsonObject { ["name"] = (string?)metadata["name"], ["namespace"] = (string?)metadata["namespace"] };
    }
}
