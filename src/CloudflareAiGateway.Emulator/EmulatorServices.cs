using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the parts of one emulator share.</summary>
internal sealed class EmulatorServices : IDisposable
{
    private volatile EmulatorBehaviour _behaviour;

    public EmulatorServices(EmulatorOptions options)
    {
        Options = options;
        Time = options.TimeProvider;
        Quota = new QuotaKeeper(Time, options.Quota);
        Tokens.Reset(options.Tokens);
        _behaviour = options.Behaviour;
        Store = new StateStore(options.StatePath, AddDefaults);
    }

    public EmulatorOptions Options { get; }

    public TimeProvider Time { get; }

    public TokenRegistry Tokens { get; } = new();

    public QuotaKeeper Quota { get; }

    public FaultList Faults { get; } = new();

    public RequestJournal Journal { get; } = new();

    public StateStore Store { get; }

    public LogStore Logs { get; } = new();

    public PaidUseLedger PaidUses { get; } = new();

    public InferenceState Inference { get; } = new();

    /// <summary>Where calls to models find stored keys, routes and the like.</summary>
    public InferenceSources Sources { get; set; } = new();

    public EmulatorBehaviour Behaviour
    {
        get => _behaviour;
        set => _behaviour = value;
    }

    public void AddDefaults(StateTables tables) => AccountTable.AddMissing(tables, Options.Accounts, Time.GetUtcNow());

    public void Dispose() => Store.Dispose();
}
