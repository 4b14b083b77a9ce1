using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>The check of Kubernetes' own kinds finds what an API server would refuse.</summary>
public sealed class KubernetesApiTests
{
    private const string Deployment =
        """
        {
          "apiVersion": "apps/v1",
          "kind": "Deployment",
          "metadata": { "name": "a", "labels": { "any/key": "x" } },
          "spec": {
            "selector": { "matchLabels": { "app": "a" } },
            "strategy": { "rollingUpdate": { "maxSurge": 0, "maxUnavailable": "25%" } },
            "template": {
              "spec": {
                "containers": [
                  {
                    "name": "server",
                    "ports": [{ "containerPort": 8080, "hostIP": "::" }],
                    "readinessProbe": { "httpGet": { "port": "http" } },
                    "resources": { "limits": { "nvidia.com/gpu": "1" } }
                  }
                ]
              }
            }
          }
        }
        """;

    [SkippableFact]
    public void A_right_object_passes() => Assert.Empty(Manifests.Problems(JObject.Parse(Deployment)));

    [SkippableTheory]
    [InlineData("spec.replica", "1", "Deployment.spec.replica: unknown field")]
    [InlineData("spec.template.spec.containers[0].image", "1", "Deployment.spec.template.spec.containers[0].image: integer instead of string")]
    [InlineData("spec.template.spec.containers[0].ports[0].containerPort", "'8080'", "Deployment.spec.template.spec.containers[0].ports[0].containerPort: string instead of integer")]
    [InlineData("spec.template.spec.containers[0].resources.limits.cpu", "2", "Deployment.spec.template.spec.containers[0].resources.limits.cpu: integer instead of string")]
    [InlineData("spec.template.spec.automountServiceAccountToken", "'true'", "Deployment.spec.template.spec.automountServiceAccountToken: string instead of boolean")]
    [InlineData("spec.template.spec.containers", "{}", "Deployment.spec.template.spec.containers: object instead of array")]
    [InlineData("spec.template.spec.nodeSelector", "['a']", "Deployment.spec.template.spec.nodeSelector: array instead of object")]
    [InlineData("spec.template.spec.securityContext", "'none'", "Deployment.spec.template.spec.securityContext: string instead of object")]
    [InlineData("spec.strategy.rollingUpdate.maxSurge", "true", "Deployment.spec.strategy.rollingUpdate.maxSurge: boolean fits none of int, string")]
    [InlineData("metadata.labels['any/key']", "1", "Deployment.metadata.labels.any/key: integer instead of string")]
    [InlineData("kind", "'Deploymnt'", "Deploymnt: 'apps/v1' has no such kind")]
    [InlineData("apiVersion", "'apps/v1beta1'", "Deployment: 'apps/v1beta1' has no such kind")]
    public void A_wrong_field_is_found(string path, string json, string problem) => Assert.Equal([problem], Manifests.Problems(With(path, json)));

    [SkippableFact]
    public void A_null_is_found_even_where_the_field_is_right() => Assert.Equal(
        ["spec.replicas: null", "Deployment.spec.replicas: null"],
        Manifests.Problems(With("spec.replicas", "null")));

    [SkippableFact]
    public void A_missing_field_is_found()
    {
        var deployment = JObject.Parse(Deployment);
        ((JObject)deployment.SelectToken("spec.template.spec.containers[0]")!).Remove("name");
        ((JObject)deployment["spec"]!).Remove("selector");

        Assert.Equal(
            ["Deployment.spec.template.spec.containers[0].name: required", "Deployment.spec.selector: required"],
            Manifests.Problems(deployment));
    }

    [SkippableFact]
    public void A_custom_resource_is_held_against_its_definition() => Assert.Equal(
        ["ServiceMonitor.spec.endpoint: unknown field", "ServiceMonitor.spec.endpoints: required"],
        Manifests.Problems(JObject.Parse("""{"apiVersion":"monitoring.coreos.com/v1","kind":"ServiceMonitor","metadata":{"name":"a"},"spec":{"selector":{},"endpoint":[]}}""")));

    [SkippableFact]
    public void A_group_that_is_defined_is_none_of_Kubernetes_own() => Assert.Equal(
        ["Gateway.spec.gatewayClass: unknown field", "Gateway.spec.gatewayClassName: required", "Gateway.spec.listeners: required"],
        Manifests.Problems(JObject.Parse("""{"apiVersion":"gateway.networking.k8s.io/v1","kind":"Gateway","metadata":{"name":"a"},"spec":{"gatewayClass":"alb"}}""")));

    private static JObject With(string path, string json)
    {
        var deployment = JObject.Parse(Deployment);
        if (deployment.SelectToken(path) is { } there)
        {
            there.Replace(JToken.Parse(json));
            return deployment;
        }

        var dot = path.LastIndexOf('.');
        ((JObject)deployment.SelectToken(path[..dot])!)[path[(dot + 1)..]] = JToken.Parse(json);
        return deployment;
    }
}
