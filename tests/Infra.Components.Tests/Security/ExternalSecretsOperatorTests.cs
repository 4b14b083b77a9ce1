using Infra.Components.Monitoring;
using Infra.Components.Security.ExternalSecrets;
using Infra.Components.Tests.Helm;
using Infra.Components.Tests.Jobs;
using Infra.TestKit.Components;
using Infra.TestKit.Helm;
using Infra.TestKit.Kubernetes;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Tests.Security;

public sealed class ExternalSecretsOperatorTests
{
    [Fact]
    public async Task The_identity_comes_before_the_pods_and_they_before_the_store() => Assert.Equal(
        """
        gpu-inference:index:ExternalSecretsOperator secrets
        kubernetes:core/v1:Namespace secrets-namespace parent=secrets provider=kubernetes
        aws:iam/role:Role secrets-role parent=secrets provider=aws
        aws:iam/rolePolicy:RolePolicy secrets-policy parent=secrets provider=aws
        aws:eks/podIdentityAssociation:PodIdentityAssociation secrets-association parent=secrets provider=aws after=secrets-policy
        kubernetes:helm.sh/v3:Release secrets-release parent=secrets provider=kubernetes after=secrets-association
        kubernetes:external-secrets.io/v1:ClusterSecretStore secrets-store parent=secrets provider=kubernetes after=secrets-release
        """,
        (await Run(Args())).Resources());

    [Fact]
    public async Task It_reads_the_named_entries_of_Secrets_Manager_and_nothing_else() => JsonAssert.Same(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "ReadEntries", "Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
              "Resource": [
                "arn:aws:secretsmanager:eu-central-1:123456789012:secret:gpu/hub-??????",
                "arn:aws:secretsmanager:eu-central-1:123456789012:secret:gpu/registry-??????"
              ]
            }
          ]
        }
        """,
        await Policy(Args()));

    [Fact]
    public async Task Entries_of_Parameter_Store_with_a_key_of_their_own_take_the_right_to_decrypt()
    {
        const string key = "arn:aws:kms:eu-central-1:123456789012:key/1";

        var args = new ExternalSecretsOperatorArgs
        {
            ClusterName = "gpu",
            Region = "eu-central-1",
            AccountId = "123456789012",
            Service = "ParameterStore",
            // With and without the slash that their names may begin with, and one of them twice.
            Entries = ["/gpu/hub", "registry", "registry"],
            KeyArns = [key],
            Namespaces = ["inference"],
        };

        JsonAssert.Same(
            $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "ReadEntries", "Effect": "Allow", "Action": "ssm:GetParameter",
                  "Resource": ["arn:aws:ssm:eu-central-1:123456789012:parameter/gpu/hub", "arn:aws:ssm:eu-central-1:123456789012:parameter/registry"]
                },
                { "Sid": "DecryptEntries", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": ["{{key}}"] }
              ]
            }
            """,
            await Policy(args));
    }

    [SkippableFact]
    public async Task Only_the_named_namespaces_may_ask_the_store()
    {
        var store = (await Run(Args())).Inputs("secrets-store");

        Assert.Equal([], CustomResourceDefinitions.Problems(store));
        JsonAssert.Same(
            """
            {
              "conditions": [{ "namespaces": ["inference", "vision"] }],
              "provider": { "aws": { "service": "SecretsManager", "region": "eu-central-1" } }
            }
            """,
            store["spec"]!);
        Assert.Equal("condition=Ready", (string?)store.SelectToken("metadata.annotations['pulumi.com/waitFor']"));
    }

    [SkippableFact]
    public async Task Every_value_is_one_that_the_chart_knows() => Assert.Empty(HelmValues.Problems(
        "external-secrets",
        (JObject)(await Run(Args(new ScrapingArgs { SelectorLabels = new Dictionary<string, string> { ["release"] = "prometheus" } }))).Inputs("secrets-release")["values"]!));

    [Fact]
    public async Task The_release_is_pinned_and_takes_no_right_that_nothing_needs()
    {
        var release = (await Run(Args())).Inputs("secrets-release");

        Assert.Equal(
            ("external-secrets", "2.9.0", "https://charts.external-secrets.io", "external-secrets"),
            ((string?)release["chart"], (string?)release["version"], (string?)release.SelectToken("repositoryOpts.repo"), (string?)release["namespace"]));
        JsonAssert.Same(
            """
            {
              "serviceAccount": { "name": "external-secrets" },
              "processClusterExternalSecret": false,
              "processClusterPushSecret": false,
              "processClusterGenerator": false,
              "processPushSecret": false,
              "rbac": { "serviceAccountTokenCreate": false, "servicebindings": { "create": false }, "aggregateToEdit": false, "aggregateToAdmin": false },
              "resources": { "requests": { "cpu": "20m", "memory": "128Mi" } },
              "webhook": { "resources": { "requests": { "cpu": "20m", "memory": "128Mi" } } },
              "certController": { "resources": { "requests": { "cpu": "20m", "memory": "128Mi" } } },
              "serviceMonitor": { "enabled": false }
            }
            """,
            release["values"]!);
    }

    [SkippableFact]
    public async Task An_entry_becomes_one_key_of_a_Secret_of_a_type()
    {
        var secret = await Secret(ExternalSecretArgs.Of("pull", "inference", new ExternalEntryArgs { Entry = "gpu/registry", Property = "docker" }, ".dockerconfigjson", "kubernetes.io/dockerconfigjson"));

        Assert.Equal([], CustomResourceDefinitions.Problems(secret));
        JsonAssert.Same(
            """
            {
              "secretStoreRef": { "name": "aws", "kind": "ClusterSecretStore" },
              "target": { "name": "pull", "template": { "type": "kubernetes.io/dockerconfigjson" } },
              "data": [{ "secretKey": ".dockerconfigjson", "remoteRef": { "key": "gpu/registry", "property": "docker" } }]
            }
            """,
            secret["spec"]!);
    }

    [SkippableFact]
    public async Task An_entry_without_a_key_becomes_a_key_for_each_property()
    {
        var secret = await Secret(ExternalSecretArgs.Of("alerts", "monitoring", new ExternalEntryArgs { Entry = "gpu/alerts" }, key: null));

        Assert.Equal([], CustomResourceDefinitions.Problems(secret));
        JsonAssert.Same(
            """
            {
              "secretStoreRef": { "name": "aws", "kind": "ClusterSecretStore" },
              "target": { "name": "alerts" },
              "dataFrom": [{ "extract": { "key": "gpu/alerts" } }]
            }
            """,
            secret["spec"]!);
        Assert.Equal("condition=Ready", (string?)secret.SelectToken("metadata.annotations['pulumi.com/waitFor']"));
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once() => Assert.Equal(
        """
        3 problems in gpu-inference:index:ExternalSecretsOperator:
          secrets.service: 'Vault' is unknown; there are: SecretsManager, ParameterStore
          secrets.entries: is empty; name what the operator may read, or leave the component out
          secrets.namespaces: is empty; name who may have a Secret of the store
        """,
        (await Assert.ThrowsAsync<ResourceException>(() => Run(new ExternalSecretsOperatorArgs
        {
            ClusterName = "gpu",
            Region = "eu-central-1",
            AccountId = "123456789012",
            Service = "Vault",
            Entries = [],
            Namespaces = [],
        }))).Message);

    internal static ExternalSecretsOperatorArgs Args(ScrapingArgs? scraping = null) => new()
    {
        ClusterName = "gpu",
        Region = "eu-central-1",
        AccountId = "123456789012",
        Entries = ["gpu/registry", "gpu/hub"],
        Namespaces = ["vision", "inference"],
        Scraping = scraping,
    };

    private static async Task<JToken> Policy(ExternalSecretsOperatorArgs args) => JToken.Parse((string)(await Run(args)).Inputs("secrets-policy")["policy"]!);

    private static async Task<JObject> Secret(ExternalSecretArgs args) =>
        (await ComponentHarness.RunAsync(() => _ = new ExternalSecret("held", args, new CustomResourceOptions { Provider = Samples.KubernetesProvider() }))).Inputs("held");

    private static Task<ComponentRun> Run(ExternalSecretsOperatorArgs args) => JobSamples.Run(options => _ = new ExternalSecretsOperator("secrets", args, options));
}
