using Infra.Components.Monitoring;
using Infra.Components.Predictions;
using Infra.Components.Serving;
using Infra.Core.Serving.Predictions;
using Infra.TestKit.Components;
using Pulumi;

namespace Infra.Components.Tests.Predictions;

public sealed class PredictionCacheTests
{
    private const string Deployment = "kubernetes:apps/v1:Deployment";

    [Fact]
    public async Task Its_pods_have_the_files_the_password_and_nothing_else()
    {
        var run = await Run();
        var template = run[Deployment, "reader-cache-deployment"].Inputs.SelectToken("spec.template")!;

        JsonAssert.Same(
            """
            {
              "serviceAccountName": "reader-cache",
              "automountServiceAccountToken": false,
              "enableServiceLinks": false,
              "terminationGracePeriodSeconds": 40,
              "securityContext": { "runAsNonRoot": true, "runAsUser": 10001, "runAsGroup": 10001, "fsGroup": 10001, "seccompProfile": { "type": "RuntimeDefault" } },
              "containers": [ {
                "name": "cache",
                "image": "docker.io/openresty/openresty:1.31.1.1-3-alpine",
                "command": ["/usr/local/openresty/bin/openresty", "-e", "stderr", "-c", "/etc/prediction-cache/nginx.conf", "-g", "daemon off;"],
                "env": [ { "name": "PREDICTION_STORE_PASSWORD", "valueFrom": { "secretKeyRef": { "name": "prediction-store", "key": "password" } } } ],
                "ports": [ { "name": "http", "containerPort": 8080 }, { "name": "metrics", "containerPort": 9145 } ],
                "resources": { "requests": { "cpu": "100m", "memory": "256Mi", "ephemeral-storage": "1Gi" }, "limits": { "memory": "256Mi" } },
                "readinessProbe": { "httpGet": { "path": "/-/healthy", "port": "http" }, "periodSeconds": 5, "failureThreshold": 3 },
                "livenessProbe": { "httpGet": { "path": "/-/healthy", "port": "http" }, "periodSeconds": 20, "failureThreshold": 3 },
                "lifecycle": { "preStop": { "sleep": { "seconds": 15 } } },
                "securityContext": { "allowPrivilegeEscalation": false, "readOnlyRootFilesystem": true, "capabilities": { "drop": ["ALL"] } },
                "volumeMounts": [ { "name": "configuration", "mountPath": "/etc/prediction-cache", "readOnly": true }, { "name": "tmp", "mountPath": "/tmp" } ]
              } ],
              "volumes": [ { "name": "configuration", "configMap": { "name": "reader-cache" } }, { "name": "tmp", "emptyDir": { "sizeLimit": "1Gi" } } ],
              "topologySpreadConstraints": [
                {
                  "topologyKey": "topology.kubernetes.io/zone", "maxSkew": 1, "whenUnsatisfiable": "ScheduleAnyway", "matchLabelKeys": ["pod-template-hash"],
                  "labelSelector": { "matchLabels": { "app.kubernetes.io/instance": "reader", "app.kubernetes.io/component": "prediction-cache" } }
                },
                {
                  "topologyKey": "kubernetes.io/hostname", "maxSkew": 1, "whenUnsatisfiable": "ScheduleAnyway", "matchLabelKeys": ["pod-template-hash"],
                  "labelSelector": { "matchLabels": { "app.kubernetes.io/instance": "reader", "app.kubernetes.io/component": "prediction-cache" } }
                }
              ]
            }
            """,
            template["spec"]!);
        Assert.Equal(["reader-cache-configuration", "reader-cache-service-account", "reader-cache-network-policy"], run[Deployment, "reader-cache-deployment"].DependsOn);
    }

    // 30 seconds until its load balancer has noticed, the longest request, and 10 to end.
    [Fact]
    public async Task A_pod_that_leaves_hands_on_what_the_model_is_still_at()
    {
        var pod = (await Run(args => With(args, "v2", longest: 300, deregistration: 30)))[Deployment, "reader-cache-deployment"].Inputs.SelectToken("spec.template.spec")!;

        Assert.Equal((30, 340), ((int)pod.SelectToken("containers[0].lifecycle.preStop.sleep.seconds")!, (int)pod["terminationGracePeriodSeconds"]!));
    }

    [Fact]
    public async Task Large_answers_take_memory()
    {
        var container = (await Run(args => With(args, "v2", maxKiB: 65_536)))[Deployment, "reader-cache-deployment"].Inputs.SelectToken("spec.template.spec.containers[0]")!;

        JsonAssert.Same("""{ "requests": { "cpu": "100m", "memory": "3136Mi", "ephemeral-storage": "1Gi" }, "limits": { "memory": "3136Mi" } }""", container["resources"]!);
    }

    [Fact]
    public async Task It_keeps_answers_of_this_version_under_the_path_of_the_model()
    {
        var run = await Run();
        var data = run["kubernetes:core/v1:ConfigMap", "reader-cache-configuration"].Inputs["data"]!;

        Assert.Equal(PredictionCacheServer.Script, (string?)data["predictions.lua"]);
        Assert.Contains("prefix = \"prediction:reader:v2:\",\n", (string?)data["nginx.conf"], StringComparison.Ordinal);
        Assert.Contains("set $model reader.inference.svc.cluster.local:8501;\n", (string?)data["nginx.conf"], StringComparison.Ordinal);
        Assert.Contains("host = \"store.invalid\",\n", (string?)data["nginx.conf"], StringComparison.Ordinal);
        Assert.Contains("ttl = 600,\n", (string?)data["nginx.conf"], StringComparison.Ordinal);
        var cache = (PredictionCache)run["gpu-inference:index:PredictionCache", "reader-cache"].Resource;
        Assert.Equal("http://reader-cache.inference:8080/v1/models/reader", await Pulumi.Utilities.OutputUtilities.GetValueAsync(cache.Url));
    }

    [Fact]
    public async Task Another_version_makes_other_pods_and_the_same_one_does_not()
    {
        async Task<string?> Annotation(string version) => (string?)(await Run(args => With(args, version)))[Deployment, "reader-cache-deployment"]
            .Inputs.SelectToken("spec.template.metadata.annotations['gpu-inference/configuration']");

        Assert.Equal(await Annotation("v2"), await Annotation("v2"));
        Assert.NotEqual(await Annotation("v2"), await Annotation("v3"));
    }

    [Fact]
    public async Task It_is_called_like_the_model_and_calls_model_and_store()
    {
        JsonAssert.Same(
            """
            {
              "podSelector": { "matchLabels": { "app.kubernetes.io/instance": "reader", "app.kubernetes.io/component": "prediction-cache" } },
              "policyTypes": ["Ingress", "Egress"],
              "ingress": [
                {
                  "from": [ { "podSelector": {} }, { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "web" } } }, { "ipBlock": { "cidr": "10.0.64.0/24" } } ],
                  "ports": [ { "protocol": "TCP", "port": 8080 } ]
                },
                {
                  "from": [ { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "monitoring" } } } ],
                  "ports": [ { "protocol": "TCP", "port": 9145 } ]
                }
              ],
              "egress": [
                { "ports": [ { "protocol": "UDP", "port": 53 }, { "protocol": "TCP", "port": 53 } ] },
                { "to": [ { "podSelector": {} } ] },
                { "ports": [ { "protocol": "TCP", "port": 6379 } ] }
              ]
            }
            """,
            (await Run())["kubernetes:networking.k8s.io/v1:NetworkPolicy", "reader-cache-network-policy"].Inputs["spec"]!);
    }

    [Fact]
    public async Task What_is_wrong_is_listed()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Run(_ => new PredictionCacheArgs
        {
            Model = "Reader",
            Namespace = "inference",
            ModelUrl = "http://reader.inference:8501",
            Version = "a b",
            TimeToLiveSeconds = 0,
            MaxKiB = 65_537,
            KeyHeaders = ["X-Tenant"],
            StoreHost = "store.invalid",
            StorePort = 0,
            StoreTls = true,
            Replicas = 0,
            LongestRequestSeconds = 600,
            Scraping = new ScrapingArgs { SelectorLabels = [] },
        }));

        Assert.Contains(
            """
            9 problems in gpu-inference:index:PredictionCache:
              reader-cache.model: 'Reader-cache' is not a Kubernetes Service name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter first and a letter or digit last
              reader-cache.version: 'a b' is no version; allowed: letters, digits, '.', '_' and '-'
              reader-cache.timeToLiveSeconds: 0 is less than 1
              reader-cache.maxKiB: 65537 is not between 1 and 65536
              reader-cache.storePort: 0 is not between 1 and 65535
              reader-cache.replicas: 0 is less than 1
              reader-cache.longestRequestSeconds: a pod that ends would take 625 seconds to finish requests of 600, and Cluster Autoscaler kills pods after 600; allow shorter requests
              reader-cache.keyHeaders[0]: 'X-Tenant' is no header; allowed: a name in lower case such as x-tenant
              reader-cache.prometheusNamespace: missing; the network policy has to let Prometheus in
            """.ReplaceLineEndings("\n"),
            error.ToString(), StringComparison.Ordinal);
    }

    private static PredictionCacheArgs With(PredictionCacheArgs args, string version, int longest = 15, int deregistration = 0, int maxKiB = 1024) => new()
    {
        Model = args.Model,
        Namespace = args.Namespace,
        ModelUrl = args.ModelUrl,
        Version = version,
        TimeToLiveSeconds = args.TimeToLiveSeconds,
        StoreHost = args.StoreHost,
        StoreTls = args.StoreTls,
        LongestRequestSeconds = longest,
        DeregistrationSeconds = deregistration,
        MaxKiB = maxKiB,
    };

    private static Task<ComponentRun> Run(Func<PredictionCacheArgs, PredictionCacheArgs>? change = null)
    {
        var args = new PredictionCacheArgs
        {
            Model = "reader",
            Namespace = "inference",
            ModelUrl = "http://reader.inference:8501/v1/models/reader",
            Version = "v2",
            TimeToLiveSeconds = 600,
            StoreHost = "store.invalid",
            StoreTls = false,
            StorePassword = new SecretKeyArgs { Name = "prediction-store", Key = "password" },
            ClientNamespaces = ["web"],
            SourceCidrs = ["10.0.64.0/24"],
            Scraping = new ScrapingArgs { SelectorLabels = [] },
            PrometheusNamespace = "monitoring",
        };
        return ComponentHarness.RunAsync(() => _ = new PredictionCache("reader-cache", change?.Invoke(args) ?? args, Samples.In(Samples.KubernetesProvider())));
    }
}
