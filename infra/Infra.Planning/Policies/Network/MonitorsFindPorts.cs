using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Network;

/// <summary>Prometheus finds what it is told to scrape.</summary>
internal sealed class MonitorsFindPorts : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "NET005",
        PolicySeverity.Error,
        "A ServiceMonitor selects a Service and names one of its ports",
        "A monitor looks for labels of the Service (not of its pods) and for a port by its name. Where either is missing there is no target and no error: dashboards stay empty and alerts never fire.",
        "seed S1.11 (fix); prometheus-operator, \"Troubleshooting ServiceMonitor changes\"");

    public IEnumerable<Verdict> Check(PolicyContext context)
    {
        var services = context.OfKind("Service").ToLookup(service => service.Namespace, StringComparer.Ordinal);
        // A monitor for other namespaces is about Services that others may have made.
        return context.OfKind("ServiceMonitor").Where(monitor => monitor["spec", "namespaceSelector"].IsAbsent).SelectMany(monitor => Of(monitor, services[monitor.Namespace]));
    }

    private static IEnumerable<Verdict> Of(PolicySubject monitor, IEnumerable<PolicySubject> services)
    {
        var labels = monitor["spec", "selector", "matchLabels"].Entries.ToList();
        var selected = services.Where(service => Has(service["metadata", "labels"], labels)).ToList();
        if (selected.Count == 0)
        {
            return services.Where(service => labels.Count > 0 && Has(service["spec", "selector"], labels)).Take(1).Select(service =>
                monitor.Finding(monitor["spec", "selector"], $"{service.Label} selects pods with these labels and has none of them itself; add them to the Service's metadata.labels"));
        }

        return from endpoint in monitor["spec", "endpoints"].Items
               from verdict in monitor.Judge(endpoint["port"], port => port.Text is null || selected.Any(service => service["spec", "ports"].Items.Any(one => one["name"].Text == port.Text))
                   ? null
                   : $"no port of {selected[0].Label} is called '{port.Text}'; name the port there")
               select verdict;
    }

    private static bool Has(Field labels, IEnumerable<KeyValuePair<string, Field>> wanted) => wanted.All(label => labels[label.Key].Text == label.Value.Text && label.Value.Text is not null);
}
