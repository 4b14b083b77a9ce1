using Infra.Components.Tests.Jobs;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;

namespace Infra.Components.Tests.Registry;

public sealed class ModelRegistryTests
{
    [Fact]
    public async Task In_AWS_it_has_RDS_and_S3() => Assert.Equal(
        """
        gpu-inference:index:ModelRegistry registry
        random:index/randomPassword:RandomPassword registry-password parent=registry provider=random
        kubernetes:core/v1:Secret registry-credentials parent=registry provider=kubernetes
        aws:kms/key:Key registry-database-key parent=registry provider=aws protect=True retain=True
        aws:rds/subnetGroup:SubnetGroup registry-database-subnets parent=registry provider=aws
        aws:ec2/securityGroup:SecurityGroup registry-database-access parent=registry provider=aws
        aws:rds/instance:Instance registry-database parent=registry provider=aws protect=True retain=True create=01:00:00 update=01:00:00 delete=01:00:00
        aws:iam/role:Role registry-role parent=registry provider=aws
        aws:iam/rolePolicy:RolePolicy registry-policy parent=registry provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation registry-association parent=registry provider=aws after=registry-policy
        kubernetes:core/v1:ServiceAccount registry-service-account parent=registry provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy registry-network-policy parent=registry provider=kubernetes
        kubernetes:apps/v1:Deployment registry-deployment parent=registry provider=kubernetes after=registry-service-account,registry-network-policy,registry-credentials,registry-database,registry-association
        kubernetes:core/v1:Service registry-service parent=registry provider=kubernetes after=registry-deployment
        kubernetes:policy/v1:PodDisruptionBudget registry-disruption-budget parent=registry provider=kubernetes
        kubernetes:monitoring.coreos.com/v1:ServiceMonitor registry-monitor parent=registry provider=kubernetes after=registry-service
        """,
        (await JobSamples.Run(JobSamples.Registry(scraped: true))).Resources());

    [Fact]
    public async Task Elsewhere_it_has_a_server_and_volumes_of_its_own() => Assert.Equal(
        """
        gpu-inference:index:ModelRegistry registry
        random:index/randomPassword:RandomPassword registry-password parent=registry provider=random
        kubernetes:core/v1:Secret registry-credentials parent=registry provider=kubernetes
        kubernetes:core/v1:PersistentVolumeClaim registry-database-volume parent=registry provider=kubernetes protect=True retain=True
        kubernetes:networking.k8s.io/v1:NetworkPolicy registry-database-network-policy parent=registry provider=kubernetes
        kubernetes:apps/v1:StatefulSet registry-database parent=registry provider=kubernetes after=registry-database-volume,registry-database-network-policy,registry-credentials
        kubernetes:core/v1:Service registry-database-service parent=registry provider=kubernetes after=registry-database
        kubernetes:core/v1:PersistentVolumeClaim registry-artifacts parent=registry provider=kubernetes protect=True retain=True
        kubernetes:core/v1:ServiceAccount registry-service-account parent=registry provider=kubernetes
        kubernetes:networking.k8s.io/v1:NetworkPolicy registry-network-policy parent=registry provider=kubernetes
        kubernetes:apps/v1:Deployment registry-deployment parent=registry provider=kubernetes after=registry-service-account,registry-network-policy,registry-credentials,registry-database-service,registry-artifacts
        kubernetes:core/v1:Service registry-service parent=registry provider=kubernetes after=registry-deployment
        kubernetes:policy/v1:PodDisruptionBudget registry-disruption-budget parent=registry provider=kubernetes
        """,
        (await JobSamples.Run(JobSamples.LocalRegistry())).Resources());

    [Fact]
    public async Task The_database_is_private_encrypted_backed_up_and_hard_to_delete()
    {
        var run = await JobSamples.Run(JobSamples.Registry());
        var database = (JObject)run.Inputs("registry-database").DeepClone();
        database.Remove("password");

        JsonAssert.Same(
            """
            {
              "engine": "postgres",
              "engineVersion": "17",
              "autoMinorVersionUpgrade": true,
              "instanceClass": "db.t4g.medium",
              "storageType": "gp3",
              "allocatedStorage": 20,
              "maxAllocatedStorage": 200,
              "storageEncrypted": true,
              "kmsKeyId": "arn:aws:kms:::registry-database-key",
              "dbName": "mlflow",
              "username": "mlflow",
              "port": 5432,
              "multiAz": false,
              "dbSubnetGroupName": "registry-database-subnets",
              "vpcSecurityGroupIds": ["registry-database-access-id"],
              "publiclyAccessible": false,
              "backupRetentionPeriod": 7,
              "copyTagsToSnapshot": true,
              "enabledCloudwatchLogsExports": ["postgresql", "upgrade"],
              "deletionProtection": true,
              "deleteAutomatedBackups": false,
              "skipFinalSnapshot": false,
              "finalSnapshotIdentifier": "registry-final"
            }
            """,
            database);
        JsonAssert.Same(
            """
            {
              "description": "PostgreSQL of the model registry registry, for the cluster's nodes only",
              "vpcId": "vpc-1",
              "ingress": [ { "description": "PostgreSQL from nodes", "protocol": "tcp", "fromPort": 5432, "toPort": 5432, "securityGroups": ["sg-nodes"] } ]
            }
            """,
            run.Inputs("registry-database-access"));
    }

    [Fact]
    public async Task The_server_makes_its_tables_first_and_answers_to_its_own_hosts()
    {
        var pod = (await JobSamples.Run(JobSamples.Registry())).Inputs("registry-deployment").SelectToken("spec.template.spec")!;

        Assert.Equal(["sh", "-c", "mlflow db upgrade \"$MLFLOW_BACKEND_STORE_URI\""], pod.SelectTokens("initContainers[0].command[*]").Values<string>());
        Assert.Equal(["mlflow", "server", "--host", "0.0.0.0", "--port", "5000", "--workers", "2"], pod.SelectTokens("containers[0].command[*]").Values<string>());
        JsonAssert.Same(
            """
            [
              { "name": "HOME", "value": "/tmp" },
              { "name": "MLFLOW_BACKEND_STORE_URI", "value": "postgresql+psycopg2://mlflow@registry-database.rds.invalid:5432/mlflow?sslmode=require" },
              { "name": "PGPASSWORD", "valueFrom": { "secretKeyRef": { "name": "mlflow", "key": "password" } } },
              { "name": "MLFLOW_DISABLE_TELEMETRY", "value": "true" },
              { "name": "MLFLOW_SERVER_ALLOWED_HOSTS", "value": "mlflow:5000,mlflow.models:5000,mlflow.models.svc:5000,mlflow.models.svc.cluster.local:5000,localhost:5000" },
              { "name": "MLFLOW_SERVER_ENABLE_JOB_EXECUTION", "value": "false" },
              { "name": "MLFLOW_ARTIFACTS_DESTINATION", "value": "s3://files/mlflow" },
              { "name": "AWS_REGION", "value": "eu-central-1" }
            ]
            """,
            pod.SelectToken("containers[0].env"));
        Assert.Equal(["ghcr.io/mlflow/mlflow:v3.17.0-full", "ghcr.io/mlflow/mlflow:v3.17.0-full"], pod.SelectTokens("$..image").Values<string>());
        JsonAssert.Same("""{ "httpGet": { "path": "/health", "port": "http" }, "periodSeconds": 5, "timeoutSeconds": 5, "failureThreshold": 60 }""", pod.SelectToken("containers[0].startupProbe"));
    }

    [Fact]
    public async Task Prometheus_reaches_pods_by_their_address()
    {
        var run = await JobSamples.Run(JobSamples.Registry(scraped: true));
        var server = run.Inputs("registry-deployment").SelectToken("spec.template.spec.containers[0]")!;

        Assert.Equal(["--expose-prometheus", "/tmp/metrics"], server["command"]!.Values<string>().TakeLast(2));
        Assert.EndsWith("localhost:5000,10.*," + string.Join(',', Enumerable.Range(16, 16).Select(n => $"172.{n}.*")) + ",192.168.*,100.*", (string?)server.SelectToken("env[?(@.name == 'MLFLOW_SERVER_ALLOWED_HOSTS')].value"), StringComparison.Ordinal);
        Assert.Equal(
            ["web", "monitoring"],
            run.Inputs("registry-network-policy").SelectTokens("spec.ingress[0].from[*].namespaceSelector.matchLabels['kubernetes.io/metadata.name']").Values<string>());
        JsonAssert.Same(
            """
            {
              "selector": { "matchLabels": { "app.kubernetes.io/instance": "mlflow", "app.kubernetes.io/component": "model-registry" } },
              "endpoints": [ { "port": "http", "path": "/metrics", "interval": "30s" } ],
              "podTargetLabels": []
            }
            """,
            run.Inputs("registry-monitor")["spec"]);
        Assert.Equal("prometheus", (string?)run.Inputs("registry-monitor").SelectToken("metadata.labels.release"));
    }

    [SkippableFact]
    public async Task The_monitor_fits_its_definition() =>
        Assert.Equal([], CustomResourceDefinitions.Problems((await JobSamples.Run(JobSamples.Registry(scraped: true))).Inputs("registry-monitor")));

    [Fact]
    public async Task Pods_reach_the_database_and_the_store_and_nothing_else()
    {
        var rds = (await JobSamples.Run(JobSamples.Registry())).Inputs("registry-network-policy")["spec"]!;
        var local = await JobSamples.Run(JobSamples.LocalRegistry());

        Assert.Equal(
            [[53, 53], [5432], [443], [80]],
            rds["egress"]!.Select(rule => rule.SelectTokens("ports[*].port").Values<int>().ToArray()));
        JsonAssert.Same(
            """
            [
              { "ports": [ { "protocol": "UDP", "port": 53 }, { "protocol": "TCP", "port": 53 } ] },
              {
                "to": [ { "podSelector": { "matchLabels": { "app.kubernetes.io/instance": "mlflow", "app.kubernetes.io/component": "model-registry-database" } } } ],
                "ports": [ { "protocol": "TCP", "port": 5432 } ]
              }
            ]
            """,
            local.Inputs("registry-network-policy").SelectToken("spec.egress"));
        JsonAssert.Same(
            """
            {
              "podSelector": { "matchLabels": { "app.kubernetes.io/instance": "mlflow", "app.kubernetes.io/component": "model-registry-database" } },
              "policyTypes": ["Ingress", "Egress"],
              "ingress": [
                {
                  "from": [ { "podSelector": { "matchLabels": { "app.kubernetes.io/instance": "mlflow", "app.kubernetes.io/component": "model-registry" } } } ],
                  "ports": [ { "protocol": "TCP", "port": 5432 } ]
                }
              ]
            }
            """,
            local.Inputs("registry-database-network-policy")["spec"]);
    }

    [Fact]
    public async Task The_database_of_the_cluster_keeps_its_files_on_a_volume_that_outlives_it()
    {
        var run = await JobSamples.Run(JobSamples.LocalRegistry());
        var pod = run.Inputs("registry-database").SelectToken("spec.template.spec")!;

        JsonAssert.Same(
            """{ "accessModes": ["ReadWriteOnce"], "resources": { "requests": { "storage": "10Gi" } }, "storageClassName": "fast" }""",
            run.Inputs("registry-database-volume")["spec"]);
        Assert.Equal("mlflow-db", (string?)pod.SelectToken("volumes[0].persistentVolumeClaim.claimName"));
        JsonAssert.Same(
            """
            [
              { "name": "POSTGRES_DB", "value": "mlflow" },
              { "name": "POSTGRES_USER", "value": "mlflow" },
              { "name": "POSTGRES_PASSWORD", "valueFrom": { "secretKeyRef": { "name": "mlflow", "key": "password" } } },
              { "name": "PGDATA", "value": "/var/lib/postgresql/data/pgdata" }
            ]
            """,
            pod.SelectToken("containers[0].env"));
        Assert.Equal(true, (bool?)pod.SelectToken("containers[0].securityContext.readOnlyRootFilesystem"));
        Assert.Equal(
            "postgresql+psycopg2://mlflow@mlflow-db.models:5432/mlflow?sslmode=prefer",
            (string?)run.Inputs("registry-deployment").SelectToken("spec.template.spec.containers[0].env[?(@.name == 'MLFLOW_BACKEND_STORE_URI')].value"));
        Assert.Equal("None", (string?)run.Inputs("registry-database-service").SelectToken("spec.clusterIP"));
    }

    [Fact]
    public async Task The_password_stands_in_the_secret_and_in_RDS_and_nowhere_else()
    {
        var run = await JobSamples.Run(JobSamples.Registry());

        Assert.Equal(
            ["registry-credentials", "registry-database"],
            run.Registrations.Where(r => r.Inputs.ToString().Contains("letters-and-digits", StringComparison.Ordinal)).Select(r => r.Name));
        JsonAssert.Same("""{ "length": 32, "special": false }""", run.Inputs("registry-password"));
    }

    [Fact]
    public async Task What_is_not_protected_goes_with_its_data()
    {
        var run = await JobSamples.Run(JobSamples.LocalRegistry(protect: false));

        Assert.All(run.Registrations.Where(r => r.Type.EndsWith(":PersistentVolumeClaim", StringComparison.Ordinal)), r => Assert.Equal((false, false), (r.Protect, r.RetainOnDelete)));
    }
}
