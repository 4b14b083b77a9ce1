using Infra.Planning.Model;
using Infra.Planning.Rendering;

namespace Infra.Planning.Tests.Rendering;

public class PlanReportTests
{
    [Fact]
    public void A_preview_is_tree_outputs_summary_and_diagnostics()
    {
        PlanDiagnostic[] diagnostics =
        [
            new(DiagnosticSeverity.Warning, "no zone is named"),
            new(DiagnosticSeverity.Warning, "the bucket has no lifecycle\nobjects stay for ever\n", SamplePlan.Bucket),
            new(DiagnosticSeverity.Info, "three pools", SamplePlan.Stack),
            new(DiagnosticSeverity.Error, "and no key", SamplePlan.Bucket),
        ];
        const string expected =
            """
                 Type                                Name               Plan
             +   pulumi:pulumi:Stack                 gpu-inference-dev  create
             +   ├─ pulumi:providers:aws             aws                create
             +   └─ gpu-inference:index:ModelBucket  models             create
             +      ├─ aws:s3:Bucket                 models-bucket      create
             +      └─ aws:s3:BucketPolicy           models-policy      create

            Outputs:
                bucket: output<string>
                token : [secret]
                url   : "http://models"

            Resources:
                + 5 to create

                Stack                                1
                    pulumi:pulumi:Stack              1

                Components                           1
                    gpu-inference:index:ModelBucket  1

                AWS                                  2
                    aws:s3:Bucket                    1
                    aws:s3:BucketPolicy              1

                Providers                            1
                    pulumi:providers:aws             1

            Diagnostics:
              stack:
                warning: no zone is named
              aws:s3:Bucket (models-bucket):
                warning: the bucket has no lifecycle
                objects stay for ever
                error: and no key
              pulumi:pulumi:Stack (gpu-inference-dev):
                three pools

            """;

        Assert.Equal(expected, PlainText.Of(PlanReport.Render(SamplePlan.Create(), diagnostics)));
    }

    [Fact]
    public void Details_are_shown_only_when_asked_for()
    {
        PlanDiagnostic[] diagnostics = [new(DiagnosticSeverity.Error, "the program failed", Detail: "System.Exception: no\n   at Main()")];

        Assert.Equal("Diagnostics:\n  stack:\n    error: the program failed\n", PlainText.Of(DiagnosticList.Render(diagnostics)));
        Assert.EndsWith(
            "Diagnostics:\n  stack:\n    error: the program failed\n      System.Exception: no\n         at Main()\n",
            PlainText.Of(PlanReport.Render(SamplePlan.Create(), diagnostics, withDetails: true)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_outputs_and_diagnostics_their_headings_are_absent()
    {
        var plan = new Plan { Project = "p", Stack = "dev", Resources = [new PlannedResource { Urn = SamplePlan.Stack, Outputs = ValueMap.Empty }] };
        const string expected =
            """
                 Type                 Name               Plan
             +   pulumi:pulumi:Stack  gpu-inference-dev  create

            Resources:
                + 1 to create

                Stack                    1
                    pulumi:pulumi:Stack  1

            """;

        Assert.Equal(expected, PlainText.Of(PlanReport.Render(plan, [])));
    }
}
