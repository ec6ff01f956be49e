using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// A twin of the AI Gateway API in memory: management API, gateway host and its own control API. Safe to use from several threads.
/// </summary>
public sealed class EmulatorApp : IDisposable
{
    private readonly EmulatorServices _services;
    private readonly ManagementApi _management;
    private readonly GatewayHostApi _gatewayHost;
    private readonly RestInferenceApi _restInference;
    private readonly ControlApi _control;
    private readonly FaultRunner _faultRunner;
    private readonly RayIds _rayIds = new();

    /// <summary>Makes a twin with the defaults.</summary>
    public EmulatorApp()
        : this(new EmulatorOptions())
    {
    }

    /// <summary>Makes a twin.</summary>
    /// <param name="options">What it starts with.</param>
    /// <exception cref="AiGatewayException">The state file is broken.</exception>
    public EmulatorApp(EmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _services = new EmulatorServices(options);
        _management = new ManagementApi(_services);
        var engine = new InferenceEngine(_services);
        _gatewayHost = new GatewayHostApi(_services, engine);
        _restInference = new RestInferenceApi(_services, engine);
        _control = new ControlApi(this);
        _faultRunner = new FaultRunner(_services.Time);
    }

    /// <summary>The requests so far, oldest first, without those to the control API; at most the last 100,000.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _services.Journal.Read();

    /// <summary>Where calls to models find stored keys, routes and the like; tests give their own.</summary>
    internal InferenceSources Sources
    {
        get => _services.Sources;
        set => _services.Sources = value;
    }

    /// <summary>Choices between versions of the service.</summary>
    public EmulatorBehaviour Behaviour
    {
        get => _services.Behaviour;
        set => _services.Behaviour = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>
    /// Runs before each request is answered, but for those to the control API, and holds up the answer until it is done. A test
    /// can change something between two pages here. Null for nothing.
    /// </summary>
    public Func<EmulatedRequest, Task>? BeforeAnswer { get; set; }

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request, to any of the three APIs.</param>
    /// <param name="cancellationToken">Ends injected delays and waits for the state file.</param>
    /// <returns>The answer; the caller acts out its <see cref="EmulatedResponse.Ending"/>.</returns>
    public async Task<EmulatedResponse> HandleAsync(EmulatedRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (ControlApi.Owns(request.Path))
        {
            return await _control.HandleAsync(request, cancellationToken).ConfigureAwait(false);
        }

        RequestJournal.Entry entry = _services.Journal.Open(request);
        if (BeforeAnswer is Func<EmulatedRequest, Task> prepare)
        {
            await prepare(request).ConfigureAwait(false);
        }

        EmulatedResponse response = _services.Faults.Take(request.Method, request.Path) is EmulatorFault fault
            ? await _faultRunner.RunAsync(fault, request, AnswerAsync, cancellationToken).ConfigureAwait(false)
            : await AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Ending != ConnectionEnding.ResetBeforeAnswer)
        {
            entry.Close(response.Status);
        }

        response.Headers.TryAdd("cf-ray", _rayIds.Next());
        response.Headers.TryAdd("Date", _services.Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture));
        return response;
    }

    /// <summary>Makes a handler for <see cref="System.Net.Http.HttpClient"/> that answers from this twin, whatever the host.</summary>
    public EmulatorHandler CreateHandler() => new(this);

    /// <summary>Goes back to the start: options, no resources but the accounts, no faults, no recorded requests. Empties the state file.</summary>
    public Task ResetAsync(CancellationToken cancellationToken = default)
    {
        _services.Tokens.Reset(_services.Options.Tokens);
        _services.Quota.Set(_services.Options.Quota);
        _services.Behaviour = _services.Options.Behaviour;
        _services.Faults.Clear();
        _services.Inference.Clear();
        _services.Journal.Clear();
        return ChangeAsync(tables =>
        {
            tables.Clear();
            _services.Logs.Clear();
            _services.PaidUses.Clear();
            _services.AddDefaults(tables);
        }, cancellationToken);
    }

    /// <summary>Forgets the recorded requests.</summary>
    public void ClearRequests() => _services.Journal.Clear();

    /// <summary>Adds a fault behind those that are there.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void AddFault(EmulatorFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Explain() is string trouble)
        {
            throw new ArgumentException(trouble, nameof(fault));
        }

        _services.Faults.Add(fault);
    }

    /// <summary>Removes all faults.</summary>
    public void ClearFaults() => _services.Faults.Clear();

    /// <summary>Adds a fault of a provider behind those that are there.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void AddProviderFault(ProviderFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.Explain() is string trouble)
        {
            throw new ArgumentException(trouble, nameof(fault));
        }

        _services.Inference.Faults.Add(fault);
    }

    /// <summary>Removes all faults of providers.</summary>
    public void ClearProviderFaults() => _services.Inference.Faults.Clear();

    /// <summary>Sets the quota, and forgets what was used of it.</summary>
    /// <exception cref="ArgumentException">A value is below 1.</exception>
    public void SetQuota(EmulatorQuota quota)
    {
        ArgumentNullException.ThrowIfNull(quota);
        if (!quota.IsValid)
        {
            throw new ArgumentException("limit, window and block must be 1 or more.", nameof(quota));
        }

        _services.Quota.Set(quota);
    }

    /// <summary>Adds a token, or replaces the one with its value.</summary>
    public void AddToken(EmulatorToken token)
    {
        ArgumentNullException.ThrowIfNull(token);
        _services.Tokens.Add(token);
    }

    /// <summary>Adds an account, or renames the one with its id.</summary>
    public Task AddAccountAsync(EmulatorAccount account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        return ChangeAsync(tables => AccountTable.Add(tables, account, _services.Time.GetUtcNow()), cancellationToken);
    }

    /// <summary>
    /// Adds gateways as they are given, members that nobody knows included, or replaces those with their ids. Only required
    /// members that are missing are filled in. When a gateway has unknown members, <see cref="EmulatorBehaviour.KeepUnknownMembers"/>
    /// is switched on.
    /// </summary>
    /// <param name="accountId">An account that exists.</param>
    /// <param name="gatewaysJson">A gateway as a JSON object, or several as an array.</param>
    /// <param name="cancellationToken">Ends the wait for the state file.</param>
    /// <exception cref="JsonException">The text is not JSON, or a gateway has no id.</exception>
    /// <exception cref="ArgumentException">The account does not exist.</exception>
    public async Task AddGatewaysAsync(string accountId, string gatewaysJson, CancellationToken cancellationToken = default)
    {
        GatewaySeed seed = GatewaySeed.Read(gatewaysJson, _services.Time.GetUtcNow());
        bool exists = await _services.Store.RunAsync(writes: true, tables => seed.AddTo(tables, accountId), cancellationToken).ConfigureAwait(false);
        if (!exists)
        {
            throw new ArgumentException($"There is no account '{accountId}'.", nameof(accountId));
        }

        if (seed.HasUnknownMembers)
        {
            Behaviour = Behaviour with { KeepUnknownMembers = true };
        }
    }

    /// <summary>
    /// Adds log rows to a gateway that exists, made up or explicit, as far as its <c>log_management</c> allows. Rows are in memory
    /// only, even with <see cref="EmulatorOptions.StatePath"/>.
    /// </summary>
    /// <param name="seed">What to add.</param>
    /// <param name="cancellationToken">Ends the wait for a turn.</param>
    /// <returns>How many rows were added. Rows that are there already, and those that the gateway refused, do not count.</returns>
    /// <exception cref="ArgumentException">A value is out of range, or there is no such gateway.</exception>
    /// <exception cref="JsonException">An explicit row is not an object, or has a time that is none.</exception>
    public async Task<int> AddLogsAsync(LogSeed seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(seed);
        if (seed.Explain() is string trouble)
        {
            throw new ArgumentException(trouble, nameof(seed));
        }

        var planter = new LogPlanter(_services, seed);
        int? added = await _services.Store.RunAsync(writes: false, planter.AddTo, cancellationToken).ConfigureAwait(false);
        return added ?? throw new ArgumentException(ExplainMissing(seed.AccountId, seed.Gateway), nameof(seed));
    }

    /// <summary>Adds made-up log rows.</summary>
    /// <param name="gateway">A gateway of the default account.</param>
    /// <param name="count">How many, up to 1,000,000.</param>
    /// <param name="seed">Rows of the same seed and start are the same.</param>
    /// <param name="cancellationToken">Ends the wait for a turn.</param>
    public Task<int> AddLogsAsync(string gateway, int count, long seed = 0, CancellationToken cancellationToken = default) =>
        AddLogsAsync(new LogSeed { Gateway = gateway, Count = count, Seed = seed }, cancellationToken);

    /// <summary>Adds one log row as it is given, or replaces the one with its id; see <see cref="LogSeed.Rows"/>.</summary>
    /// <param name="gateway">A gateway that exists.</param>
    /// <param name="rowJson">The row as a JSON object; members that are required and missing are filled in.</param>
    /// <param name="accountId">The account; the default one when left out.</param>
    /// <param name="cancellationToken">Ends the wait for a turn.</param>
    public async Task<int> AddLogAsync(string gateway, string rowJson, string? accountId = null, CancellationToken cancellationToken = default)
    {
        using JsonDocument row = JsonDocument.Parse(rowJson);
        return await AddLogsAsync(
            new LogSeed { Gateway = gateway, AccountId = accountId ?? EmulatorOptions.DefaultAccountId, Rows = [row.RootElement.Clone()] },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the oldest log rows of a gateway, as its limit would.</summary>
    /// <param name="gateway">A gateway that exists.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="accountId">The account; the default one when left out.</param>
    /// <param name="cancellationToken">Ends the wait for a turn.</param>
    /// <returns>How many rows are left.</returns>
    /// <exception cref="ArgumentException">There is no such gateway.</exception>
    public async Task<int> EvictLogsAsync(string gateway, int count, string? accountId = null, CancellationToken cancellationToken = default)
    {
        string account = accountId ?? EmulatorOptions.DefaultAccountId;
        int? left = await _services.Store.RunAsync(writes: false, Evict, cancellationToken).ConfigureAwait(false);
        return left ?? throw new ArgumentException(ExplainMissing(account, gateway), nameof(gateway));

        int? Evict(StateTables tables)
        {
            if (GatewayEndpoints.Table(tables, account).Find(gateway) is null)
            {
                return null;
            }

            LogTable table = _services.Logs.Table(account, gateway);
            table.RemoveOldest(count);
            return table.Count;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    private Task<EmulatedResponse> AnswerAsync(EmulatedRequest request, CancellationToken cancellationToken)
    {
        if (RestInferenceApi.Owns(request.Path))
        {
            return _restInference.HandleAsync(request, cancellationToken);
        }

        if (ManagementApi.Owns(request.Path))
        {
            return _management.HandleAsync(request, cancellationToken);
        }

        return GatewayHostApi.Owns(request.Path)
            ? _gatewayHost.HandleAsync(request, cancellationToken)
            : Task.FromResult(Envelope.Failure(EnvelopeFamily.V4, 404, Problem.NoRoute(request.Path)));
    }

    private static string ExplainMissing(string accountId, string gateway) => $"There is no gateway '{gateway}' in account '{accountId}'.";

    private Task<bool> ChangeAsync(Action<StateTables> change, CancellationToken cancellationToken) =>
        _services.Store.RunAsync(writes: true, tables =>
        {
            change(tables);
            return true;
        }, cancellationToken);
}
