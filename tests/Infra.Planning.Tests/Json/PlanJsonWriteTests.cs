using Infra.Planning.Json;
using Infra.Planning.Model;
using static Infra.Planning.Tests.SamplePlan;

namespace Infra.Planning.Tests.Json;

public class PlanJsonWriteTests
{
    [Fact]
    public void A_plan_is_written_in_full()
    {
        const string expected =
            """
            {
              "schemaVersion": 1,
              "project": "gpu-inference",
              "stack": "dev",
              "resources": [
                {
                  "urn": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev",
                  "type": "pulumi:pulumi:Stack",
                  "name": "gpu-inference-dev",
                  "inputs": {},
                  "dependencies": [],
                  "options": {},
                  "outputs": {
                    "bucket": {
                      "$unknown": true
                    },
                    "token": {
                      "$secret": true
                    },
                    "url": "http://models"
                  }
                },
                {
                  "urn": "urn:pulumi:dev::gpu-inference::pulumi:providers:aws::aws",
                  "type": "pulumi:providers:aws",
                  "name": "aws",
                  "parent": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev",
                  "inputs": {
                    "region": "eu-west-1"
                  },
                  "dependencies": [],
                  "options": {}
                },
                {
                  "urn": "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket::models",
                  "type": "gpu-inference:index:ModelBucket",
                  "name": "models",
                  "parent": "urn:pulumi:dev::gpu-inference::pulumi:pulumi:Stack::gpu-inference-dev",
                  "inputs": {
                    "days": 30,
                    "share": 0.25
                  },
                  "dependencies": [],
                  "options": {}
                },
                {
                  "urn": "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:s3/bucket:Bucket::models-bucket",
                  "type": "aws:s3/bucket:Bucket",
                  "name": "models-bucket",
                  "parent": "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket::models",
                  "provider": "urn:pulumi:dev::gpu-inference::pulumi:providers:aws::aws",
                  "inputs": {
                    "flags": [
                      true,
                      false
                    ],
                    "tags": {
                      "B": null,
                      "a": "1",
                      "b": "2"
                    }
                  },
                  "dependencies": [],
                  "options": {
                    "protect": true,
                    "retainOnDelete": false,
                    "ignoreChanges": [
                      "tags"
                    ],
                    "version": "7.48.0",
                    "customTimeouts": {
                      "create": 600,
                      "delete": 1.5
                    }
                  }
                },
                {
                  "urn": "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:s3/bucketPolicy:BucketPolicy::models-policy",
                  "type": "aws:s3/bucketPolicy:BucketPolicy",
                  "name": "models-policy",
                  "parent": "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket::models",
                  "provider": "urn:pulumi:dev::gpu-inference::pulumi:providers:aws::aws",
                  "inputs": {
                    "bucket": {
                      "$unknown": true
                    },
                    "policy": {
                      "$$secret": "a real key",
                      "deep": [
                        {
                          "$secret": true
                        }
                      ]
                    }
                  },
                  "dependencies": [
                    "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:s3/bucket:Bucket::models-bucket"
                  ],
                  "options": {
                    "deletedWith": "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:s3/bucket:Bucket::models-bucket"
                  }
                }
              ]
            }

            """;

        Assert.Equal(expected, PlanJson.ToText(SamplePlan.Create()));
    }

    [Fact]
    public void Every_option_has_pulumis_name()
    {
        var options = new PlannedOptions
        {
            Protect = true,
            RetainOnDelete = true,
            DeleteBeforeReplace = true,
            IgnoreChanges = ["a", "b"],
            ReplaceOnChanges = ["c"],
            ReplaceWith = [Models, Bucket],
            HideDiffs = ["d"],
            AdditionalSecretOutputs = ["e"],
            Aliases = [Models],
            DeletedWith = Bucket,
            Version = "1.2.3",
            PluginDownloadUrl = "https://plugins.invalid",
            Import = "i-123",
            CustomTimeouts = new PlannedTimeouts { Create = TimeSpan.FromSeconds(1), Update = TimeSpan.FromSeconds(2), Delete = TimeSpan.FromSeconds(3) },
        };
        const string expected =
            """
                  "options": {
                    "protect": true,
                    "retainOnDelete": true,
                    "deleteBeforeReplace": true,
                    "ignoreChanges": [
                      "a",
                      "b"
                    ],
                    "replaceOnChanges": [
                      "c"
                    ],
                    "replaceWith": [
                      "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket::models",
                      "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:s3/bucket:Bucket::models-bucket"
                    ],
                    "hideDiffs": [
                      "d"
                    ],
                    "additionalSecretOutputs": [
                      "e"
                    ],
                    "aliases": [
                      "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket::models"
                    ],
                    "deletedWith": "urn:pulumi:dev::gpu-inference::gpu-inference:index:ModelBucket$aws:s3/bucket:Bucket::models-bucket",
                    "version": "1.2.3",
                    "pluginDownloadURL": "https://plugins.invalid",
                    "import": "i-123",
                    "customTimeouts": {
                      "create": 1,
                      "update": 2,
                      "delete": 3
                    }
                  }
            """;

        var text = PlanJson.ToText(Only(ValueMap.Empty, options));

        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(-7, "-7")]
    [InlineData(1.5, "1.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-7, "1E-07")]
    [InlineData(1_000_000_000_000_000, "1000000000000000")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(1e21, "1E+21")]
    public void Whole_numbers_are_written_as_such(double number, string expected)
    {
        var text = PlanJson.ToText(Only(Map(("n", Number(number)))));

        Assert.Contains($"\"n\": {expected}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_in_the_ordinal_order_of_what_is_written()
    {
        // The escaped "$$secret" sorts before "$a", the property "$secret" itself after it.
        var inputs = Map(("$secret", Number(1)), ("$a", Number(2)), ("$$$unknown", Number(3)), ("é", Number(4)), ("Z", Number(5)), ("a", Number(6)));
        const string expected =
            """
                  "inputs": {
                    "$$$$unknown": 3,
                    "$$secret": 1,
                    "$a": 2,
                    "Z": 5,
                    "a": 6,
                    "é": 4
                  },
            """;

        Assert.Contains(expected, PlanJson.ToText(Only(inputs)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_id_of_a_resource_that_is_read_stands_before_its_inputs()
    {
        var plan = new Plan { Project = "p", Stack = "dev", Resources = [new PlannedResource { Urn = Bucket, Provider = Provider, ReadId = "models" }] };

        Assert.Contains($"\"provider\": \"{Provider}\",\n      \"id\": \"models\",\n      \"inputs\": {{}},\n", PlanJson.ToText(plan), StringComparison.Ordinal);
        Assert.Equal(plan, PlanJson.Read(new StringReader(PlanJson.ToText(plan))));
    }

    [Fact]
    public void The_line_break_is_not_the_systems()
    {
        using var writer = new StringWriter { NewLine = "\r\n" };

        PlanJson.Write(SamplePlan.Create(), writer);

        Assert.Equal(PlanJson.ToText(SamplePlan.Create()), writer.ToString());
        Assert.DoesNotContain('\r', writer.ToString());
        Assert.Equal("\r\n", writer.NewLine);
    }

    private static Plan Only(ValueMap inputs, PlannedOptions? options = null) => new()
    {
        Project = "gpu-inference",
        Stack = "dev",
        Resources = [new PlannedResource { Urn = Stack, Inputs = inputs, Options = options ?? PlannedOptions.None }],
    };
}
