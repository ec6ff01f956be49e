namespace CloudflareAiGateway.Emulator;

/// <summary>Choices where versions of the service differ, or where a test needs more than the service does.</summary>
public sealed record EmulatorBehaviour
{
    /// <summary>
    /// Whether a create ignores dlp, guardrails, otel, spend_limits, store_id and stripe without an error, as some versions of
    /// the API do. Updates take them in any case.
    /// </summary>
    public bool CreateDropsUpdateOnlyMembers { get; init; }

    /// <summary>
    /// Whether members that the emulator does not know are kept as given; otherwise they are dropped without an error.
    /// Seeding a gateway that has such members switches this on.
    /// </summary>
    public bool KeepUnknownMembers { get; init; }

    /// <summary>
    /// Whether log rows have metadata as an object instead of a text, and 0 and 1 instead of false and true. Explicit rows are
    /// answered as they were given in any case.
    /// </summary>
    public bool LogDrift { get; init; }

    /// <summary>Whether the bodies of log rows come in an envelope instead of as they are.</summary>
    public bool EnvelopedLogBodies { get; init; }

    /// <summary>
    /// Whether all accounts keep their logs in Workers Observability: gateways then have no rows, without an error. Without it,
    /// an account moves with a PATCH of its logging state.
    /// </summary>
    public bool NewLogSystem { get; init; }

    /// <summary>
    /// Whether answers about routes look as they were seen live instead of as documented: graphs as lists and under <c>data</c> only,
    /// none in lists, flags as true or 1, members that nobody sent, a taken new name as a database's error.
    /// </summary>
    public bool RouteDrift { get; init; }

    /// <summary>Whether the lists of routes, versions and deployments, and the answer to a rename, come below <c>result</c> as all others do.</summary>
    public bool RoutesInResult { get; init; }

    /// <summary>How many milliseconds every stream of a model takes between two of its parts.</summary>
    public int PieceDelayMs { get; init; }

    /// <summary>Whether the accounts have no credits left, whatever they paid, so that calls without a key cannot be paid.</summary>
    public bool NoCredits { get; init; }

    /// <summary>
    /// What every account has before it buys any credit, in US dollars; at least 0. The service gives none; here calls without a key shall work
    /// at once.
    /// </summary>
    public double StartCredit { get; init; } = 100;

    /// <summary>How many calls a gateway may pay with credits in 60 seconds; at least 0.</summary>
    public int UnifiedBillingLimit { get; init; } = 200;

    /// <summary>How long a new secret stays pending before it is active, in seconds; up to about 50 with the service.</summary>
    public double SecretActivationSeconds { get; init; } = 2;

    /// <summary>How many secrets an account may have.</summary>
    public int SecretQuota { get; init; } = 100;

    /// <summary>Whether provider keys have <c>default_config</c> as 0 and 1 instead of false and true.</summary>
    public bool ProviderKeyDrift { get; init; }

    /// <summary>Whether datasets, evaluations and evaluators are refused, as to accounts that are too new for them.</summary>
    public bool EvaluationsClosed { get; init; }

    /// <summary>Whether every card is declined: top-ups fail with 402.</summary>
    public bool CardDeclined { get; init; }

    /// <summary>Whether accounts have no card.</summary>
    public bool NoPaymentMethod { get; init; }

    /// <summary>How long a payment is under way, in seconds.</summary>
    public double PaymentSeconds { get; init; } = 2;

    /// <summary>Whether banks want a confirmation: payments then stay under way for good, as nobody can give it here.</summary>
    public bool PaymentNeedsConfirmation { get; init; }

    /// <summary>
    /// Whether tokens may set the account's spending limit and the automatic top-up, as an old version of the API let them; otherwise they
    /// get 403.
    /// </summary>
    public bool TokensManageBilling { get; init; }
}
