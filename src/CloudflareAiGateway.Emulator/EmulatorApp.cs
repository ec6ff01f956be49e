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
    /// <exception cref="System.IO.InvalidDataException">The state file is broken.</exception>
    public EmulatorApp(EmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _services = new EmulatorServices(options);
        _management = new ManagementApi(_services);
        _gatewayHost = new GatewayHostApi(_services);
        _control = new ControlApi(this);
        _faultRunner = new FaultRunner(_services.Time);
    }

    /// <summary>The requests so far, oldest first, without those to the control API; at most the last 100,000.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _services.Journal.Read();

    /// <summary>Choices between versions of the service.</summary>
    public EmulatorBehaviour Behaviour
    {
        get => _services.Behaviour;
        set => _services.Behaviour = value ?? throw new ArgumentNullException(nameof(value));
    }

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
        _services.Journal.Clear();
        return ChangeAsync(tables =>
        {
            tables.Clear();
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
            Behaviour = new EmulatorBehaviour { CreateDropsUpdateOnlyMembers = Behaviour.CreateDropsUpdateOnlyMembers, KeepUnknownMembers = true };
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _services.Dispose();

    private Task<EmulatedResponse> AnswerAsync(EmulatedRequest request, CancellationToken cancellationToken)
    {
        if (ManagementApi.Owns(request.Path))
        {
            return _management.HandleAsync(request, cancellationToken);
        }

        return GatewayHostApi.Owns(request.Path)
            ? _gatewayHost.HandleAsync(request, cancellationToken)
            : Task.FromResult(Envelope.Failure(EnvelopeFamily.V4, 404, Problem.NoRoute(request.Path)));
    }

    private Task<bool> ChangeAsync(Action<StateTables> change, CancellationToken cancellationToken) =>
        _services.Store.RunAsync(writes: true, tables =>
        {
            change(tables);
            return true;
        }, cancellationToken);
}
