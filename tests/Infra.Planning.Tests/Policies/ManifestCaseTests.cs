namespace Infra.Planning.Tests.Policies;

/// <summary>Where rules over objects end: the same for manifests as for plans.</summary>
public sealed class ManifestCaseTests
{
    public static TheoryData<string, string, string, string[]> Cases => new()
    {
        { "GPU003", "a request without limit", Container("resources: {requests: {nvidia.com/gpu: 1}}"), ["Pod a, spec.containers[0].resources.requests[\"nvidia.com/gpu\"]: requests 1 nvidia.com/gpu without a limit; set the limit 1"] },
        { "GPU003", "a limit alone", Container("resources: {limits: {nvidia.com/gpu: 1}}"), [] },
        { "GPU004", "a piece of MIG", Container("resources: {limits: {nvidia.com/mig-1g.5gb: 1}}"), [] },
        { "GPU004", "an amount with a unit", Container("resources: {limits: {nvidia.com/gpu: 500m}}"), ["Pod a, spec.containers[0].resources.limits[\"nvidia.com/gpu\"]: '500m' is no whole number; share the GPU by the device plugin and ask for 1 of its pieces"] },
        { "GPU021", "none of the GPUs", Container("env: [{name: NVIDIA_VISIBLE_DEVICES, value: void}]"), [] },
        { "SEC009", "the name of a secret", Container("env: [{name: HF_TOKEN_PATH, value: /secrets/token}]"), [] },
        { "SEC009", "a key under a harmless name", Container("env: [{name: HUB, value: hf_abcdefghijklmnopqrstuvwxyzabcdefgh}]"), ["Pod a, spec.containers[0].env[0].value: HUB stands here as text; take it from a Secret (valueFrom.secretKeyRef) that Pulumi's secret configuration or an external store fills"] },
        { "SEC009", "max tokens are no secret", Container("env: [{name: MAX_TOKENS, value: \"4096\"}]"), [] },
        { "SEC019", "a digest", Container("", "example.com/a@sha256:0000000000000000000000000000000000000000000000000000000000000000"), [] },
        { "SEC019", "a port is no tag", Container("", "registry.example.com:5000/a"), ["Pod a, spec.containers[0].image: 'registry.example.com:5000/a' floats: its version is neither a tag other than latest nor a digest; name one"] },
        { "SEC012", "a Secret without data", "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n", [] },
        { "NET002", "an internal load balancer", "apiVersion: v1\nkind: Service\nmetadata: {name: a, annotations: {service.beta.kubernetes.io/aws-load-balancer-scheme: internal}}\nspec: {type: LoadBalancer}\n", [] },
        { "NET003", "NGINX's own controller", "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a, annotations: {nginx.org/rewrites: x}}\nspec: {ingressClassName: nginx}\n", [] },
        { "NET005", "a monitor of other namespaces", "apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: {name: a}\nspec: {namespaceSelector: {any: true}, selector: {matchLabels: {app: a}}, endpoints: [{port: x}]}\n", [] },
        { "REL005", "a share that lets some go", Budget("minAvailable: 50%"), [] },
        { "REL005", "a number that nobody can compare", Budget("minAvailable: 1"), [] },
        { "REL012", "wanted is beyond the most", "apiVersion: ray.io/v1\nkind: RayCluster\nmetadata: {name: a}\nspec: {workerGroupSpecs: [{groupName: g, replicas: 6, minReplicas: 1, maxReplicas: 5}]}\n", ["RayCluster a, spec.workerGroupSpecs[0].replicas: replicas is 6 and not between minReplicas 1 and maxReplicas 5"] },
        { "COST004", "a daemon runs everywhere", "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec: {template: {spec: {tolerations: [{operator: Exists}]}}}\n", [] },
        { "K8S001", "policies of pods are gone for good", "apiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata: {name: a}\n", ["PodSecurityPolicy a, apiVersion: Kubernetes 1.25 removed policy/v1beta1, and the cluster is 1.35; use policy/v1; PodSecurityPolicy has no successor but the namespaces' pod-security labels"] },
        { "K8S005", "candidates of KServe 0.20", "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: a}\nspec: {canary: [{trafficPercent: 10, predictor: {}}]}\n", [] },
        { "K8S006", "no selector at all", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {}}}\n", ["Deployment a, spec.selector: there is no selector; give selector.matchLabels and the template the same labels"] },
        { "K8S008", "a sum of something else", "apiVersion: monitoring.coreos.com/v1\nkind: PrometheusRule\nmetadata: {name: a}\nspec: {groups: [{name: g, rules: [{alert: A, expr: \"rate(tokens_sum[5m]) > 1\"}]}]}\n", [] },
        { "K8S009", "the same name in another namespace", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: x}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: y}\n", [] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case(string rule, string name, string text, string[] expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, Example.Ask(rule, text));
    }

    private static string Container(string more, string image = "example.com/a:1") => $$"""
        apiVersion: v1
        kind: Pod
        metadata: {name: a}
        spec:
          containers:
            - name: a
              image: {{image}}
              {{more}}
        """;

    private static string Budget(string amount) => $"""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {"{name: a}"}
        spec:
          {amount}
          selector: {"{matchLabels: {app: a}}"}
        """;
}
