using Infra.Automation.Promotion;

namespace Infra.Automation.Tests.Promotion;

/// <summary>The text that comes of a promotion, to the last character: what a reviewer reads as its diff.</summary>
public sealed class ModelPromotionTests
{
    private static readonly HashSet<string> _keys = ["runtime", "source", "size", "llm", "triton", "container", "environment"];

    private const string Prod = """
        # Production. Look twice.
        config:
          gpu-inference:aws: {region: us-west-2}

          gpu-inference:models:
            # The classifier that everything else waits for.
            - name: classifier
              runtime: tensorflow-serving   # until the move to Triton
              source: s3://models/classifier/1   # promoted by hand on a Friday
              pools: [t4, t4-on-demand]
              autoscaling: {min: 2, max: 8, cpuPercent: 60}

            - name: assistant
              runtime: vllm
              llm: {model: qwen2.5-1.5b-instruct, precision: fp16, context: 8192}   # a T4 has no bfloat16
              pools: [t4]
          # What else there is.
          gpu-inference:budget: {monthlyUsd: 100}

        """;

    [Fact]
    public void A_value_changes_where_it_stands() => Promotes("""
        config:
          gpu-inference:models:
            - {name: classifier, runtime: tensorflow-serving, source: s3://models/classifier/2, pools: [t4], replicas: 1}
        """, "classifier", "s3://models/classifier/1", "s3://models/classifier/2");

    [Fact]
    public void What_is_the_same_in_other_words_stays_as_it_is_written() => Promotes("""
        config:
          "gpu-inference:models":
            - name: "assistant"
              runtime: 'vllm'
              pools: [l4]
              llm:
                # Elsewhere it stands on lines of its own.
                context: 8192
                precision: "fp16"
                model: qwen2.5-1.5b-instruct
        """, "assistant", "", "");

    [Fact]
    public void A_value_within_changes_alone_and_a_new_one_joins_it_in_braces() => Promotes("""
        config:
          gpu-inference:models:
            - name: assistant
              runtime: vllm
              llm:
                model: qwen2.5-1.5b-instruct
                precision: fp16
                context: 4096
                concurrency: 4
        """, "assistant", "context: 8192}", "context: 4096, concurrency: 4}");

    [Fact]
    public void A_value_that_is_gone_goes_with_its_comma() => Promotes("""
        config:
          gpu-inference:models:
            - {name: assistant, runtime: vllm, llm: {model: qwen2.5-1.5b-instruct, context: 8192}}
        """, "assistant", ", precision: fp16", "");

    [Fact]
    public void New_keys_follow_the_ones_that_they_follow_elsewhere_with_their_comments() => Promotes(
        """
        config:
          gpu-inference:models:
          - name: classifier
            runtime: triton
            source: s3://models/classifier/1
            size: 4Gi
            triton:
              models:
              # Two of them.
              - {name: detector, backend: onnxruntime}

              - name: recognizer   # the second
                backend: onnxruntime
            environment:
              BANNER: |
                Two
                  lines.
        """,
        "classifier",
        """
              runtime: tensorflow-serving   # until the move to Triton
              source: s3://models/classifier/1   # promoted by hand on a Friday

        """,
        """
              runtime: triton   # until the move to Triton
              source: s3://models/classifier/1   # promoted by hand on a Friday
              size: 4Gi
              triton:
                models:
                # Two of them.
                - {name: detector, backend: onnxruntime}

                - name: recognizer   # the second
                  backend: onnxruntime
              environment:
                BANNER: |
                  Two
                    lines.

        """);

    [Fact]
    public void A_key_that_is_gone_goes_with_its_line() => Promotes("""
        config:
          gpu-inference:models:
            - name: assistant
              runtime: vllm
        """, "assistant", "      llm: {model: qwen2.5-1.5b-instruct, precision: fp16, context: 8192}   # a T4 has no bfloat16\n", "");

    [Fact]
    public void A_new_model_comes_with_its_comment_behind_the_others() => Promotes(
        """
        config:
          gpu-inference:models:
          - name: other

          # Reads documents.
          # And writes them.
          - name: reader
            runtime: triton   # all of it
            pools:
            - t4
        """,
        "reader",
        """
              pools: [t4]
          # What else there is.
        """,
        """
              pools: [t4]

            # Reads documents.
            # And writes them.
            - name: reader
              runtime: triton   # all of it
              pools:
              - t4
          # What else there is.
        """);

    [Fact]
    public void Line_breaks_of_Windows_stay_and_come()
    {
        var source = "config:\r\n  gpu-inference:models:\r\n  - name: classifier\r\n    runtime: triton\r\n    triton:\r\n      models:\r\n      - name: a\r\n        backend: b\r\n";
        var target = "config:\r\n  gpu-inference:models:\r\n    - name: classifier   # it\r\n      runtime: triton\r\n      source: s3://m/a\r\n      pools: [t4]\r\n";

        Assert.Equal(
            "config:\r\n  gpu-inference:models:\r\n    - name: classifier   # it\r\n      runtime: triton\r\n      triton:\r\n        models:\r\n        - name: a\r\n          backend: b\r\n      pools: [t4]\r\n",
            Promote("classifier", source, target).Text);
        Assert.Equal(
            "config:\n  gpu-inference:models:\n  - name: classifier\n    runtime: triton\n    triton:\n      models:\n      - name: a\n        backend: b\n",
            Promote("classifier", source, "config:\n  gpu-inference:models:\n  - name: classifier\n").Text);
    }

    [Fact]
    public void What_aliases_mean_is_written_out_where_their_anchors_are_not() => Assert.Equal(
        """
        config:
          gpu-inference:models:
            - name: a
              runtime: vllm
              llm:
                model: m
                context: 2048
              environment: {A: "1", B: "2"}
              pools: [x]
        """,
        Promote(
            "a",
            """
            config:
              gpu-inference:models:
                - name: base
                  llm: &llm {model: m, context: 2048}
                  environment: &both
                    A: "1"
                    B: "2"
                - name: a
                  runtime: vllm
                  llm:
                    <<: *llm
                  environment: *both
            """,
            """
            config:
              gpu-inference:models:
                - name: a
                  runtime: vllm
                  environment: {A: "1", B: "3"}
                  pools: [x]
            """).Text);

    [Fact]
    public void An_alias_gives_way_to_a_value_and_its_anchor_stays()
    {
        const string Target = """
            config:
              gpu-inference:models:
                - name: other
                  source: &both s3://models/both
                - name: a
                  source: *both   # shared
            """;

        Assert.Equal(Target.Replace("*both", "s3://models/a", StringComparison.Ordinal), Promote("a", "config: {'gpu-inference:models': [{name: a, source: 's3://models/a'}]}", Target).Text?.Replace("'s3://models/a'", "s3://models/a", StringComparison.Ordinal));
    }

    [Fact]
    public void A_value_that_others_refer_to_is_left_alone_and_said() => Fails(
        "a",
        "config: {'gpu-inference:models': [{name: a, source: 's3://models/a'}]}",
        """
        config:
          gpu-inference:models:
            - name: a
              source: &both s3://models/both
            - name: other
              source: *both
        """,
        "Pulumi.prod.yaml: gpu-inference:models['a'].source: has an anchor that other values refer to, which would change with it; write those values out first");

    [Fact]
    public void A_model_that_is_nowhere_is_said() => Fails("b", "config: {'gpu-inference:models': [{name: a}, {name: c}]}", Prod, "Pulumi.dev.yaml: gpu-inference:models has no model 'b'; there are: a, c");

    [Fact]
    public void An_environment_without_models_is_said() => Fails("a", "config: {'gpu-inference:models': [{name: a}]}", "config: {}", "Pulumi.prod.yaml: has no list gpu-inference:models; add it, if only as 'gpu-inference:models: []'");

    [Fact]
    public void What_is_no_YAML_is_said_with_its_place() => Fails("a", "config: {'gpu-inference:models': [{name: a}]}", "config: [}", "Pulumi.prod.yaml:1:10: While parsing a node, did not find expected node content.");

    [Fact]
    public void A_list_in_brackets_takes_a_model_too() =>
        Assert.Equal("config: {gpu-inference:models: [{name: a, source: s3://models/a}]}", Promote("a", "config:\n  gpu-inference:models:\n  - name: a\n    source: s3://models/a\n", "config: {gpu-inference:models: []}").Text);

    private static void Promotes(string source, string model, string before, string after)
    {
        var expected = before.Length == 0 ? Prod : Prod.Replace(before, after, StringComparison.Ordinal);

        var promoted = Promote(model, source, Prod);

        Assert.Empty(promoted.Problems);
        Assert.Equal(expected, promoted.Text);
        Assert.Equal(before.Length == 0, expected == Prod);
        Assert.Equal(expected, Promote(model, source, expected).Text);
    }

    private static void Fails(string model, string source, string target, string problem)
    {
        var result = Promote(model, source, target);

        Assert.Null(result.Text);
        Assert.Equal(problem, string.Join("\n", result.Problems));
    }

    private static PromotionResult Promote(string model, string source, string target) =>
        new ModelPromotion("gpu-inference", _keys).Promote(model, new EnvironmentText("Pulumi.dev.yaml", source), new EnvironmentText("Pulumi.prod.yaml", target));
}
