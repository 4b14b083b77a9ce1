using System.Globalization;
using Infra.Core.Serving.Autoscaling;
using Pulumi;
using V2 = Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;

namespace Infra.Components.Serving.Scaling;

/// <summary>How fast a horizontal pod autoscaler adds and takes away replicas; KEDA's has the same.</summary>
internal static class HpaBehavior
{
    /// <summary>The behaviour of the windows.</summary>
    public static V2.HorizontalPodAutoscalerBehaviorArgs For(HpaWindows windows) => new()
    {
        ScaleUp = Rules(windows.UpWindow, windows.UpPeriod, HpaWindows.DoublingPercent, windows.UpPods, windows.UpTolerance),
        ScaleDown = Rules(windows.DownWindow, windows.DownPeriod, HpaWindows.HalvingPercent, windows.DownPods, tolerance: null),
    };

    private static V2.HPAScalingRulesArgs Rules(ScalingFigure window, ScalingFigure period, int percent, ScalingFigure pods, ScalingFigure? tolerance) => new()
    {
        StabilizationWindowSeconds = window.Whole,
        // Of the two, the one that lets more change.
        SelectPolicy = "Max",
        Policies =
        {
            new V2.HPAScalingPolicyArgs { Type = "Percent", Value = percent, PeriodSeconds = period.Whole },
            new V2.HPAScalingPolicyArgs { Type = "Pods", Value = pods.Whole, PeriodSeconds = period.Whole },
        },
        Tolerance = tolerance is { } share ? (Input<string>)share.Value.ToString(CultureInfo.InvariantCulture) : null,
    };
}
