using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The faults that wait for calls of providers; of several that match, the oldest goes first.</summary>
internal sealed class ProviderFaultList
{
    private readonly object _lock = new();
    private readonly List<Pending> _faults = [];

    public void Add(ProviderFault fault)
    {
        lock (_lock)
        {
            _faults.Add(new Pending(fault) { Left = fault.Times });
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _faults.Clear();
        }
    }

    /// <summary>Takes the fault that a call of a provider meets, and counts it down.</summary>
    public ProviderFault? Take(string provider, string model)
    {
        lock (_lock)
        {
            for (int i = 0; i < _faults.Count; i++)
            {
                Pending pending = _faults[i];
                if (!Matches(pending.Fault, provider, model))
                {
                    continue;
                }

                if (pending.Left > 0 && --pending.Left == 0)
                {
                    _faults.RemoveAt(i);
                }

                return pending.Fault;
            }
        }

        return null;
    }

    private static bool Matches(ProviderFault fault, string provider, string model) =>
        (fault.Provider == provider || (fault.Provider is null && provider != GuardrailScanner.Name)) && (fault.Model is null || PathPattern.IsMatch(fault.Model, model));

    private sealed class Pending(ProviderFault fault)
    {
        public ProviderFault Fault => fault;

        /// <summary>Calls that it still hits; negative for all.</summary>
        public int Left { get; set; }
    }
}
