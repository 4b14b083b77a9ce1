using Infra.Stacks.Tests.Settings;

namespace Infra.Stacks.Tests.Stacks;

/// <summary>Where secrets and images come from.</summary>
[Collection(nameof(OneConfiguration))]
public sealed class SecurityStackTests
{
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

        Assert.Equal(
            ["quay.io/team/score", "team/ranker"],
            stack.Resources.Where(resource => resource.Type == "aws:ecr/repository:Repository").Select(resource => (string)resource.Inputs["name"]).Order(StringComparer.Ordinal));
    }
}
