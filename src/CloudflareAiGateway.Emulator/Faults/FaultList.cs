using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The faults that wait for their requests; of several that match, the oldest goes first.</summary>
internal sealed class FaultList
{
    private readonly object _lock = new();
    private readonly List<Pending> _faults = [];

    public void Add(EmulatorFault fault)
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

    /// <summary>Takes the fault that a request meets, and counts it down.</summary>
    public EmulatorFault? Take(string method, string path)
    {
        lock (_lock)
        {
            for (int i = 0; i < _faults.Count; i++)
            {
                Pending pending = _faults[i];
                if (!Matches(pending.Fault, method, path))
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

    private static bool Matches(EmulatorFault fault, string method, string path) =>
        (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (fault.Path is null || PathPattern.IsMatch(fault.Path, path));

    private sealed class Pending(EmulatorFault fault)
    {
        public EmulatorFault Fault => fault;

        /// <summary>Requests that it still hits; negative for all.</summary>
        public int Left { get; set; }
    }
}
