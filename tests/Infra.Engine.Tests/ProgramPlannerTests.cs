using Infra.Engine.Configuration;
using Infra.Planning.Json;
using Infra.Planning.Model;
using Pulumi;
using Urn = Infra.Planning.Model.Urn;

namespace Infra.Engine.Tests;

public sealed class ProgramPlannerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("program-planner-").FullName;

    public ProgramPlannerTests() => File.WriteAllText(Path.Combine(_folder, "here.txt"), "content");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_becomes_a_plan_in_full()
    {
        const string expected =
            """
            {
              "schemaVersion": 1,
              "project": "p",
              "stack": "dev",
              "resources": [
                {
                  "urn": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev",
                  "type": "pulumi:pulumi:Stack",
                  "name": "p-dev",
                  "inputs": {},
                  "dependencies": [],
                  "options": {},
                  "outputs": {
                    "arn": {
                      "$unknown": true
                    },
                    "name": "models-dev",
                    "token": {
                      "$secret": true
                    },
                    "zones": [
                      "a",
                      "b"
                    ]
                  }
                },
                {
                  "urn": "urn:pulumi:dev::p::pulumi:providers:aws::aws",
                  "type": "pulumi:providers:aws",
                  "name": "aws",
                  "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev",
                  "inputs": {
                    "region": "eu-west-1"
                  },
                  "dependencies": [],
                  "options": {}
                },
                {
                  "urn": "urn:pulumi:dev::p::p:index:Store::models",
                  "type": "p:index:Store",
                  "name": "models",
                  "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev",
                  "inputs": {
                    "days": 30
                  },
                  "dependencies": [],
                  "options": {}
                },
                {
                  "urn": "urn:pulumi:dev::p::p:index:Store$aws:s3/bucket:Bucket::models-bucket",
                  "type": "aws:s3/bucket:Bucket",
                  "name": "models-bucket",
                  "parent": "urn:pulumi:dev::p::p:index:Store::models",
                  "provider": "urn:pulumi:dev::p::pulumi:providers:aws::aws",
                  "inputs": {
                    "bucket": "models-dev",
                    "rules": [
                      1,
                      2.5
                    ],
                    "source": {
                      "$asset": {
                        "text": "hello"
                      }
                    }
                  },
                  "dependencies": [],
                  "options": {
                    "protect": true,
                    "ignoreChanges": [
                      "tags"
                    ],
                    "version": "7.48.0",
                    "customTimeouts": {
                      "create": 900
                    }
                  }
                },
                {
                  "urn": "urn:pulumi:dev::p::p:index:Store$aws:s3/bucket:Bucket::models-copy",
                  "type": "aws:s3/bucket:Bucket",
                  "name": "models-copy",
                  "parent": "urn:pulumi:dev::p::p:index:Store::models",
                  "provider": "urn:pulumi:dev::p::pulumi:providers:aws::aws",
                  "inputs": {
                    "password": {
                      "$secret": true
                    },
                    "source": {
                      "$archive": {
                        "assets": {
                          "gone": {
                            "$archive": {
                              "path": "gone.zip"
                            }
                          },
                          "here": {
                            "$asset": {
                              "path": "here.txt",
                              "sha256": "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73"
                            }
                          }
                        }
                      }
                    },
                    "tags": {
                      "$$secret": "a real key",
                      "source": {
                        "$unknown": true
                      }
                    }
                  },
                  "dependencies": [
                    "urn:pulumi:dev::p::p:index:Store$aws:s3/bucket:Bucket::models-bucket"
                  ],
                  "options": {
                    "deletedWith": "urn:pulumi:dev::p::p:index:Store$aws:s3/bucket:Bucket::models-bucket"
                  }
                }
              ]
            }

            """;

        var outcome = await PlanSampleAsync();

        Assert.Equal(
            [
                new PlanDiagnostic(
                    DiagnosticSeverity.Warning, "objects stay for ever", Urn.Parse("urn:pulumi:dev::p::p:index:Store$aws:s3/bucket:Bucket::models-bucket")),
            ],
            outcome.Diagnostics.AsEnumerable());
        Assert.Equal(expected, PlanJson.ToText(outcome.Plan!));
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        var first = await PlanSampleAsync();
        var second = await PlanSampleAsync();

        Assert.Equal(PlanJson.ToText(first.Plan!), PlanJson.ToText(second.Plan!));
        Assert.Equal(first.Plan, PlanJson.Read(new StringReader(PlanJson.ToText(second.Plan!))));
    }

    [Fact]
    public async Task An_error_of_the_program_leaves_no_plan_but_its_reason()
    {
        Action program = () => throw new RunException("no pool named 'a10'; there are: t4");

        var outcome = await PlanAsync("", () => Deployment.RunAsync(program));

        Assert.Null(outcome.Plan);
        Assert.Equal(
            [new PlanDiagnostic(DiagnosticSeverity.Error, "no pool named 'a10'; there are: t4", Urn: null)],
            outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task A_number_that_no_provider_takes_is_an_error_of_its_resource()
    {
        var outcome = await PlanAsync("", () => Deployment.RunAsync(() =>
        {
            _ = new SampleProgram.Bucket("b", new() { Rules = { 1, double.NaN } }, new());
        }));

        Assert.Null(outcome.Plan);
        Assert.Equal(
            [new PlanDiagnostic(DiagnosticSeverity.Error, "rules[1]: NaN is no number that a provider can be sent", Urn.Parse("urn:pulumi:dev::p::aws:s3/bucket:Bucket::b"))],
            outcome.Diagnostics.AsEnumerable());
    }

    [Fact]
    public async Task Without_a_provider_the_default_one_is_named_as_pulumis_engine_does()
    {
        var outcome = await PlanAsync("", () => Deployment.RunAsync(() =>
        {
            _ = new SampleProgram.Bucket("a", new(), new() { Version = "7.48.0" });
            _ = new SampleProgram.Bucket("b", new(), new());
            _ = new SampleProgram.Store("s", new(), Output.Create("t"), new());
        }));

        Assert.Equal(
            [
                (ResourceKind.Stack, null),
                (ResourceKind.Custom, "urn:pulumi:dev::p::pulumi:providers:aws::default_7_48_0"),
                (ResourceKind.Custom, "urn:pulumi:dev::p::pulumi:providers:aws::default"),
                (ResourceKind.Component, null),
                (ResourceKind.Custom, "urn:pulumi:dev::p::pulumi:providers:aws::default_7_48_0"),
                (ResourceKind.Custom, "urn:pulumi:dev::p::pulumi:providers:aws::default"),
            ],
            outcome.Plan!.Resources.Select(r => (r.Kind, r.Provider?.ToString())));
    }

    [Fact]
    public async Task What_is_only_read_has_its_id_in_the_plan()
    {
        var outcome = await PlanAsync("", () => Deployment.RunAsync(() =>
        {
            _ = new StackReference("org/net/dev");
            _ = new SampleProgram.Bucket("b", new(), new() { Id = "models-dev" });
            _ = new SampleProgram.Bucket("c", new(), new());
        }));

        Assert.Equal(
            [("p-dev", null), ("org/net/dev", "org/net/dev"), ("b", "models-dev"), ("c", null)],
            outcome.Plan!.Resources.Select(r => (r.Name, r.ReadId)));
    }

    [Fact]
    public async Task Resources_that_options_name_are_in_the_plan()
    {
        var outcome = await PlanAsync("", () => Deployment.RunAsync(() =>
        {
            var owner = new SampleProgram.Bucket("owner", new(), new());
            _ = new SampleProgram.Bucket("b", new(), new() { DeletedWith = owner, ReplaceWith = { owner }, Aliases = { new Alias { Name = "a" } } });
        }));

        var options = outcome.Plan!.Resources[^1].Options;
        var owner = outcome.Plan.Resources[1].Urn;
        Assert.Equal((owner, owner), (options.DeletedWith, Assert.Single(options.ReplaceWith)));
        Assert.Equal("urn:pulumi:dev::p::aws:s3/bucket:Bucket::a", Assert.Single(options.Aliases).ToString());
    }

    [Fact]
    public async Task An_unexpected_failure_keeps_its_trace_apart()
    {
        Action program = () => throw new InvalidOperationException("broken");

        var error = Assert.Single((await PlanAsync("", () => Deployment.RunAsync(program))).Diagnostics);

        Assert.Equal("the program failed: InvalidOperationException: broken", error.Message);
        Assert.StartsWith("System.InvalidOperationException: broken\n   at ", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disabled_default_providers_are_refused()
    {
        var outcome = await PlanAsync("config:\n  pulumi:disable-default-providers: [aws]\n", () => Deployment.RunAsync(() =>
        {
            _ = new SampleProgram.Bucket("b", new(), new());
        }));

        Assert.Null(outcome.Plan);
        var error = Assert.Single(outcome.Diagnostics);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
        Assert.Equal(
            "Default provider for 'aws' disabled. 'urn:pulumi:dev::p::aws:s3/bucket:Bucket::b' must use an explicit provider.",
            error.Message);
    }

    [Fact]
    public async Task What_the_file_has_to_say_comes_first()
    {
        var outcome = await PlanAsync("environment: [shared]\n", () => Deployment.RunAsync(() => Log.Info("hello")));

        Assert.Equal([DiagnosticSeverity.Warning, DiagnosticSeverity.Info], outcome.Diagnostics.Select(d => d.Severity));
        Assert.Equal("hello", outcome.Diagnostics[1].Message);
        Assert.NotNull(outcome.Plan);
    }

    [Fact]
    public async Task A_file_with_problems_is_not_run()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => PlanAsync("confg: 1\n", () => throw new InvalidOperationException("ran")));

        Assert.Equal(
            "1 problem in Pulumi.dev.yaml:\n  line 1, column 1: unknown key 'confg' beside 'config'; did you mean 'config'? (Parameter 'environment')",
            refused.Message);
    }

    private Task<PlanOutcome> PlanSampleAsync() =>
        PlanAsync("config:\n  region: eu-west-1\n  days: 30\n  token: { secure: AAAB }\n", SampleProgram.RunAsync);

    private Task<PlanOutcome> PlanAsync(string yaml, Func<Task<int>> program) =>
        ProgramPlanner.PlanAsync(EnvironmentFile.Parse(yaml, Path.Combine(_folder, "Pulumi.dev.yaml"), "p"), "p", program);
}
