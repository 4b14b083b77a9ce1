using Infra.Components.Serving;
using Infra.Components.Serving.Mesh;
using Infra.Components.Serving.Traffic;
using Infra.TestKit.Components;
using Infra.TestKit.Kubernetes;

namespace Infra.Components.Tests.Serving.Mesh;

/// <summary>What an Istio that is there does with calls of a model.</summary>
public sealed class MeshPoliciesTests
{
    private const string Istio = "kubernetes:networking.istio.io/v1";

    [Fact]
    public async Task Replicas_that_fail_get_no_calls_and_few_calls_are_tried_again() => JsonAssert.Same(
        """
        {
          "host": "classifier.models.svc.cluster.local",
          "trafficPolicy": {
            "loadBalancer": { "simple": "LEAST_REQUEST" },
            "connectionPool": { "http": { "http1MaxPendingRequests": 64 } },
            "outlierDetection": { "consecutive5xxErrors": 7, "interval": "10s", "baseEjectionTime": "45s", "maxEjectionPercent": 34 },
            "retryBudget": { "percent": 15, "minRetryConcurrency": 3 }
          }
        }
        """,
        (await Run(new MeshArgs { EjectAfter = 7, EjectSeconds = 45, MostEjectedPercent = 34, RetryBudgetPercent = 15, MaxPending = 64 }))[$"{Istio}:DestinationRule", "vision-destination-rule"].Inputs["spec"]!);

    [Fact]
    public async Task Calls_of_each_port_stay_at_it_and_are_tried_again_only_if_the_model_has_not_begun() => JsonAssert.Same(
        """
        {
          "hosts": ["classifier.models.svc.cluster.local"],
          "http": [
            {
              "match": [ { "port": 8501 } ],
              "route": [ { "destination": { "host": "classifier.models.svc.cluster.local", "port": { "number": 8501 } }, "weight": 100 } ],
              "mirrors": [],
              "retries": { "attempts": 2, "retryOn": "connect-failure,refused-stream,reset-before-request" },
              "timeout": "45s"
            },
            {
              "match": [ { "port": 8500 } ],
              "route": [ { "destination": { "host": "classifier.models.svc.cluster.local", "port": { "number": 8500 } }, "weight": 100 } ],
              "mirrors": [],
              "retries": { "attempts": 2, "retryOn": "connect-failure,refused-stream,reset-before-request" },
              "timeout": "45s"
            }
          ]
        }
        """,
        (await Run(new MeshArgs()))[$"{Istio}:VirtualService", "vision-virtual-service"].Inputs["spec"]!);

    [Fact]
    public async Task A_candidate_gets_its_share_and_a_copy_of_others_calls()
    {
        var routes = (await Run(
            new MeshArgs { MirrorPercent = 10, MirrorTo = new TrafficShareArgs { Service = "classifier-candidate", Port = 8501, GrpcPort = 8500, Weight = 0 } },
            [Share("classifier", 90), Share("classifier-candidate", 10)]))[$"{Istio}:VirtualService", "vision-virtual-service"].Inputs.SelectToken("spec.http[0]")!;

        JsonAssert.Same(
            """
            [
              { "destination": { "host": "classifier.models.svc.cluster.local", "port": { "number": 8501 } }, "weight": 90 },
              { "destination": { "host": "classifier-candidate.models.svc.cluster.local", "port": { "number": 8501 } }, "weight": 10 }
            ]
            """,
            routes["route"]!);
        JsonAssert.Same(
            """[ { "destination": { "host": "classifier-candidate.models.svc.cluster.local", "port": { "number": 8501 } }, "percentage": { "value": 10 } } ]""",
            routes["mirrors"]!);
    }

    [Fact]
    public async Task A_candidate_has_no_route_of_its_own()
    {
        var run = await Run(new MeshArgs(), []);

        Assert.DoesNotContain(run.Registrations, registration => registration.Type == $"{Istio}:VirtualService");
        Assert.Contains(run.Registrations, registration => registration.Type == $"{Istio}:DestinationRule");
    }

    [Fact]
    public async Task Without_retries_nothing_says_when() => JsonAssert.Same(
        """{ "attempts": 0 }""",
        (await Run(new MeshArgs { RetryAttempts = 0 }))[$"{Istio}:VirtualService", "vision-virtual-service"].Inputs.SelectToken("spec.http[0].retries")!);

    [Fact]
    public async Task Failed_calls_are_logged_and_some_are_traced() => JsonAssert.Same(
        """
        {
          "selector": { "matchLabels": { "app.kubernetes.io/instance": "classifier", "app.kubernetes.io/component": "inference" } },
          "accessLogging": [ { "filter": { "expression": "response.code >= 400" } } ],
          "tracing": [ { "randomSamplingPercentage": 0.5 } ]
        }
        """,
        (await Run(new MeshArgs { TracingPercent = 0.5 }))["kubernetes:telemetry.istio.io/v1:Telemetry", "vision-telemetry"].Inputs["spec"]!);

    [Fact]
    public async Task Its_pods_join_by_a_label_and_start_behind_the_proxy()
    {
        var run = await Run(new MeshArgs { Revision = "stable", IstioNamespace = "mesh" });
        var metadata = ServingSamples.Deployment(run).SelectToken("spec.template.metadata")!;

        Assert.Equal(("true", "stable"), ((string?)metadata["labels"]!["sidecar.istio.io/inject"], (string?)metadata["labels"]!["istio.io/rev"]));
        Assert.Equal("true", (string?)metadata["annotations"]!["sidecar.istio.io/nativeSidecar"]);
        Assert.Equal(("100m", "128Mi"), ((string?)metadata["annotations"]!["sidecar.istio.io/proxyCPU"], (string?)metadata["annotations"]!["sidecar.istio.io/proxyMemory"]));
        // A Deployment's selector can't change: who joins the mesh later must not be another Deployment.
        JsonAssert.Same(ServingSamples.Selector, ServingSamples.Deployment(run).SelectToken("spec.selector.matchLabels")!);
        JsonAssert.Same(
            """{ "to": [ { "namespaceSelector": { "matchLabels": { "kubernetes.io/metadata.name": "mesh" } } } ], "ports": [ { "protocol": "TCP", "port": 15012 } ] }""",
            run["kubernetes:networking.k8s.io/v1:NetworkPolicy", "vision-network-policy"].Inputs.SelectToken("spec.egress")!.Last!);
    }

    [Fact]
    public async Task Who_is_in_no_mesh_has_nothing_of_it()
    {
        var run = await ServingSamples.Run(ServingSamples.OnCpu());

        Assert.DoesNotContain(run.Registrations, registration => registration.Type.Contains("istio", StringComparison.Ordinal));
        Assert.Null(ServingSamples.Deployment(run).SelectToken("spec.template.metadata.labels")!["sidecar.istio.io/inject"]);
    }

    [SkippableFact]
    public async Task All_of_it_is_what_Istio_defines()
    {
        var run = await Run(
            new MeshArgs { MaxPending = 64, MirrorPercent = 10, MirrorTo = Share("classifier-candidate", 0) }, [Share("classifier", 90), Share("classifier-candidate", 10)]);
        foreach (var registration in run.Registrations.Where(registration => registration.Type.Contains("istio", StringComparison.Ordinal)))
        {
            Assert.Equal([], CustomResourceDefinitions.Problems(registration.Inputs));
        }
    }

    [Fact]
    public async Task What_is_wrong_is_listed()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Run(new MeshArgs
        {
            IstioNamespace = "Istio",
            RetryAttempts = 11,
            RetryBudgetPercent = 0,
            MostEjectedPercent = 101,
            TracingPercent = 100.5,
            MirrorPercent = 101,
            EjectAfter = 0,
            EjectSeconds = 0,
            MaxPending = 0,
        }));

        Assert.Contains(
            """
              vision.mesh.istioNamespace: 'Istio' is not a Kubernetes name; allowed: 1 to 63 characters, lowercase letters, digits and '-', with a letter or digit at both ends
              vision.mesh.retryAttempts: 11 is not between 0 and 10
              vision.mesh.retryBudgetPercent: 0 is not between 1 and 100
              vision.mesh.mostEjectedPercent: 101 is not between 0 and 100
              vision.mesh.tracingPercent: 100.5 is not between 0 and 100
              vision.mesh.mirrorPercent: 101 is not between 1 and 100
            """.ReplaceLineEndings("\n"),
            error.ToString(), StringComparison.Ordinal);
        Assert.Contains("vision.mesh.mirrorTo: missing; say which Service mirrored calls go to", error.ToString(), StringComparison.Ordinal);
    }

    private static TrafficShareArgs Share(string service, int weight) => new() { Service = service, Port = 8501, GrpcPort = 8500, Weight = weight };

    private static Task<ComponentRun> Run(MeshArgs mesh, List<TrafficShareArgs>? shares = null)
    {
        var cpu = ServingSamples.OnCpu();
        return ServingSamples.Run(new InferenceServiceArgs
        {
            Model = cpu.Model,
            Namespace = cpu.Namespace,
            Runtime = cpu.Runtime,
            Source = cpu.Source,
            ModelSize = cpu.ModelSize,
            Pools = cpu.Pools,
            Resources = cpu.Resources,
            Replicas = cpu.Replicas,
            LongestRequestSeconds = 45,
            Shares = shares,
            SharedName = shares is null ? null : cpu.Model,
            Mesh = mesh,
        });
    }
}
